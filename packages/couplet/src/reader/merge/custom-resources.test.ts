import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../diagnostic/diagnostics.ts';
import {
  brew,
  customResource,
  definitionIn,
  merge,
  objectIn,
  objectMeta,
  objectWith,
  prefix,
  reference,
} from '../../testing/openshift.ts';
import { documentOf, kindsOf, libraryOf, openApi } from '../../testing/pipeline.ts';
import { readDefinitions } from '../read.ts';

const text = { type: 'string' };

describe('CRDs without a definition', () => {
  it("are called like OpenShift's, in their company", () => {
    const outcome = merge(
      brew,
      customResource({ group: 'imageregistry.operator.openshift.io', kind: 'Config' }),
    );
    expect(definitionIn(outcome, 'imageregistry.v1.Config').scope).toBe('Cluster');
  });

  it('keep their names otherwise, and are in the library all the same', () => {
    const own = customResource({ group: 'tea.example.com', kind: 'Pot' });
    const documents = [
      openApi({ [`${prefix}config.v1.Brew`]: brew['config.v1.Brew'], ...objectMeta }),
      documentOf(own),
    ];
    const { library } = libraryOf(documents);
    expect([...kindsOf(library).keys()]).toEqual(['config.v1.brew', 'tea.v1.pot']);
    expect(kindsOf(library).get('tea.v1.pot')?.definition).toBe('com.example.tea.v1.Pot');
  });

  it('are merged with the definition that is served as the same kind, whatever it is called', () => {
    const definition = {
      type: 'object',
      properties: { spec: { type: 'object', description: 'What to brew.' } },
      'x-kubernetes-group-version-kind': [{ group: 'tea.example.com', version: 'v1', kind: 'Pot' }],
    };
    const documents = [
      openApi({ 'org.shop.v1.Pot': definition }),
      documentOf(
        customResource({
          group: 'tea.example.com',
          kind: 'Pot',
          spec: { type: 'object', minProperties: 1 },
        }),
      ),
    ];
    const definitions = readDefinitions(documents, new Diagnostics());
    const pot = definitions.get('org.shop.v1.Pot');
    expect(pot?.scope).toBe('Cluster');
    expect(definitions.has('com.example.tea.v1.Pot')).toBe(false);
    expect(pot?.schema.kind === 'object' && pot.schema.properties.get('spec')).toMatchObject({
      description: 'What to brew.',
      minProperties: 1,
    });
  });
});

describe('feature sets of merged kinds', () => {
  it('leave out the fields that only others have, and keep who has them', () => {
    const leaves = { type: 'object', properties: { leaves: text } };
    const outcome = merge(
      brew,
      customResource({ featureSet: 'Default', spec: leaves }),
      customResource({
        featureSet: 'Tech',
        spec: { ...leaves, properties: { leaves: text, size: { type: 'integer' } } },
      }),
    );
    const spec = objectIn(outcome, 'config.v1.BrewSpec');
    expect([...spec.properties.keys()]).toEqual(['leaves']);
    expect(spec.gated).toEqual(new Map([['size', ['Tech']]]));
  });

  it('keep a field of a shared part where one kind has it in the chosen set', () => {
    const definitions = {
      ...brew,
      'config.v1.Cup': objectWith(reference('config.v1.BrewSpec')),
    };
    const less = { type: 'object', properties: { leaves: text } };
    const more = { type: 'object', properties: { leaves: text, size: { type: 'integer' } } };
    const outcome = merge(
      definitions,
      customResource({ featureSet: 'Default', spec: less }),
      customResource({ featureSet: 'Tech', spec: more }),
      customResource({ kind: 'Cup', spec: more }),
    );
    expect(objectIn(outcome, 'config.v1.BrewSpec').properties.has('size')).toBe(true);
    expect(objectIn(outcome, 'config.v1.BrewSpec').gated).toBeUndefined();
  });

  it('leave out a kind with its list and its parts', () => {
    const definitions = {
      ...brew,
      'config.v1.Cup': objectWith(reference('config.v1.CupSpec')),
      'config.v1.CupSpec': {
        properties: { brew: reference('config.v1.BrewSpec'), rim: reference('config.v1.Rim') },
      },
      'config.v1.CupList': {
        properties: { items: { type: 'array', items: reference('config.v1.Cup') } },
      },
      'config.v1.Rim': { properties: { width: text } },
    };
    const outcome = merge(
      definitions,
      customResource({}),
      customResource({ kind: 'Cup', featureSet: 'Tech' }),
    );
    expect(outcome.codes).toEqual(['other-feature-sets']);
    const names = [...outcome.definitions.keys()].filter((name) => name.startsWith(prefix));
    expect(names.map((name) => name.slice(prefix.length))).toEqual([
      'config.v1.Brew',
      'config.v1.BrewSpec',
    ]);
  });
});

describe('a version of a CRD', () => {
  it('that is not served has no new, whatever the table or a document says', () => {
    const unserved = customResource({ version: { served: false } });
    const brewed = definitionIn(merge(brew, unserved), 'config.v1.Brew');
    expect(brewed).toMatchObject({ isUnserved: true, groupVersionKinds: [], scope: 'Cluster' });
    const definition = {
      properties: { spec: { type: 'object', properties: { size: text } } },
      'x-kubernetes-group-version-kind': [
        { group: 'config.openshift.io', version: 'v1', kind: 'Brew' },
      ],
    };
    const { library } = libraryOf([
      openApi({ 'org.shop.v1.Brew': definition }),
      documentOf(unserved),
    ]);
    const kind = kindsOf(library).get('shop.v1.brew');
    expect([kind?.newFunction, kind?.isUnserved]).toEqual([undefined, true]);
  });

  it('that is deprecated says so of the definition', () => {
    const version = { deprecated: true, deprecationWarning: 'use a kettle' };
    expect(objectIn(merge(brew, customResource({ version })), 'config.v1.Brew')).toMatchObject(
      version,
    );
  });
});
