import { expect, it } from 'vitest';
import { apiOf } from '../../api/from-documents.ts';
import { Diagnostics } from '../../diagnostic/diagnostics.ts';
import { buildLibrary } from '../../library/build.ts';
import { Calls } from '../../library/calls.ts';
import { placedKindsOf } from '../../library/placed-kinds.ts';
import { readApiFacts } from '../../reader/read.ts';
import { openApi } from '../../testing/pipeline.ts';
import { printTypeScriptCalls } from './call.ts';

it('imports two kinds of one name under two names', () => {
  const text = { type: 'string' };
  const milk = { $ref: '#/definitions/com.example.milk.v1.Glass' };
  const facts = readApiFacts(
    [
      openApi({
        'com.example.tea.v1.Glass': {
          type: 'object',
          properties: { glasses: { type: 'array', items: milk } },
          'x-kubernetes-group-version-kind': [
            { group: 'tea.example.com', version: 'v1', kind: 'Glass' },
          ],
        },
        'com.example.milk.v1.Glass': { type: 'object', properties: { size: text } },
      }),
    ],
    new Diagnostics(),
  );
  const api = apiOf(facts);
  const kinds = placedKindsOf(buildLibrary(facts.definitions, undefined, new Diagnostics()));
  const kind = api.kind('tea.example.com/v1', 'Glass');
  const field = kind?.field('glasses.size');
  const chain = kind && field && new Calls(kinds).of(kind, field);
  expect(chain && printTypeScriptCalls(chain, kinds, 'lib')).toEqual({
    text: 'glass.withGlassesMixin(glass2.withSize(size))',
    imports: [
      "import { glass } from 'lib/tea/v1';",
      "import { glass as glass2 } from 'lib/milk/v1';",
    ],
  });
});
