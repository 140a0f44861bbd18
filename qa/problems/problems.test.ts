import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { documentationOf } from '../../packages/couplet/src/cli/documentation.ts';
import { explainedProblems } from './layers.ts';
import { pageOf } from './page.ts';

const page = fileURLToPath(new URL('../../docs/problems.md', import.meta.url));

/** The worst that an input can put into a message. */
const hostile = `first\nsecond \u001b[31m ${'x'.repeat(1000)}`;

/** Parameters that are in our own words, or were quoted by who gave them: they are put into messages as they are. */
const ownWords: ReadonlySet<string> = new Set([
  'more-problems of',
  'url-invalid reason',
  'url-unreachable reason',
  'url-redirect-refused reason',
  'file-unreadable reason',
  'not-a-file found',
  'archive-broken format',
  'archive-unsupported reason',
  'several-packages what',
  'package-without-crds what',
  'json-syntax expected',
  'json-syntax found',
  'yaml-too-long limit',
  'wrong-type expected',
  'wrong-type found',
  'foreign-reference prefix',
  'incomplete-crd missing',
  'incomplete-crd found',
  'not-a-schema found',
  'kind-too-large unit',
  'lock-damaged reason',
  'lock-unwritable reason',
  'content-changed sha256',
  'content-changed expectedSha256',
  'content-unexpected sha256',
  'content-unexpected expectedSha256',
  'cache-unwritable reason',
  'mirror-unreadable reason',
  'mirror-unwritable reason',
  'source-unusable problem',
  'kubeconfig-syntax problem',
  'kubeconfig-wrong expected',
  'kubeconfig-wrong found',
  'kubeconfig-name-unknown what',
  'credential-unsupported method',
  'credential-unusable what',
  'credential-unusable reason',
  'certificate-expired date',
  'plugin-failed reason',
  'plugin-failed hint',
  'cluster-answer-wrong expected',
  'cluster-answer-wrong found',
  'cluster-too-large limit',
  'cluster-version-unknown reason',
  'cluster-scopes-unknown reason',
  'output-path-unsafe reason',
  'output-path-blocked found',
  'output-folder-blocked found',
  'output-manifest-damaged reason',
  'output-busy holder',
  'output-no-space reason',
  'output-denied reason',
  'output-failed reason',
  'output-leftover reason',
  'value-not-data found',
  'not-a-manifest found',
  'manifest-incomplete missing',
  'manifest-misnamed field',
  'manifest-misnamed found',
  'file-shared path',
  'unreadable-additions reason',
  'incomplete-configuration missing',
  'wrong-configuration expected',
  'wrong-configuration found',
]);

/** The layers whose messages are of one place in an input, and so are short; others list names or quote programs. */
const ofShortMessages: ReadonlySet<string> = new Set(['net', 'source']);

/** Paths are shown whole, for users to find them. */
const whole: ReadonlySet<string> = new Set(['path', 'other', 'folder', 'staging', 'calls']);

describe('the page of all problems', () => {
  // `npm run problems` writes the page instead of comparing it.
  it('is what docs/problems.md says', async () => {
    await expect(pageOf(explainedProblems)).toMatchFileSnapshot(page);
  });

  it('has a section for each code, at the address that --json gives', () => {
    const headings = pageOf(explainedProblems).match(/^### .*$/gm) ?? [];
    const addresses = headings.map((heading) => `docs/problems.md#${heading.slice(4)}`);
    expect(addresses).toEqual(explainedProblems.map(({ code }) => documentationOf(code)));
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});

describe.each(explainedProblems.map((problem) => [problem.code, problem] as const))(
  '%s',
  (_, { message, example, advice, cause }) => {
    test('has an example of one line without a full stop', () => {
      expect(message(example)).toMatch(/^[a-zA-Z0-9<"]\P{Cc}{10,400}[^.]$/u);
    });

    test('has advice and a cause in sentences', () => {
      expect(advice).toMatch(/^(?:[A-Z-]|couplet ).{10,200}\.$/);
      expect(cause).toMatch(/^(?:[A-Z]|couplet).{10,200}\.$/);
    });
  },
);

const withTexts = explainedProblems.flatMap((problem) => {
  const texts = Object.entries(problem.example).flatMap(([name, value]) =>
    typeof (Array.isArray(value) ? value[0] : value) === 'string' ? [name] : [],
  );
  return texts.length === 0 ? [] : [[problem.code, { ...problem, texts }] as const];
});

test.each(withTexts)(
  '%s stays one short line, whatever an input puts into it',
  (code, { layer, message, example, texts }) => {
    const most = ofShortMessages.has(layer) ? 150 : 500;
    const unguarded = texts.filter((name) => {
      const worst = message({ ...example, [name]: hostileIn(Reflect.get(example, name)) });
      return /\p{Cc}/u.test(worst) || (worst.length > most && !whole.has(name));
    });
    expect(unguarded.map((name) => `${code} ${name}`)).toEqual(
      texts.map((name) => `${code} ${name}`).filter((name) => ownWords.has(name)),
    );
  },
);

/** The worst in place of a text, or of the first text of a list. */
function hostileIn(value: unknown): unknown {
  return Array.isArray(value) ? [hostile, ...value.slice(1)] : hostile;
}

test('what is in our own words is there', () => {
  const all = explainedProblems.flatMap(({ code, example }) =>
    Object.keys(example).map((name) => `${code} ${name}`),
  );
  expect(all).toEqual(expect.arrayContaining([...ownWords]));
});
