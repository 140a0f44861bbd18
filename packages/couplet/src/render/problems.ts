import type { Problems } from '../diagnostic/problem.ts';
import { defineProblems, shorten } from '../diagnostic/problem.ts';

/** The problems with rendering manifests: in the program that gives them, and in what it gives. */
export interface RenderParameters {
  'module-faulty': { problem: string };
  'module-doubtful': { problem: string };
  'module-failed': { thrown: string; calls: readonly string[] };
  'module-ended': { code: number };
  'module-unloadable': { reason: string };
  'nothing-exported': {};
  'function-not-default': {};
  'value-not-data': { found: string };
  'value-cycle': {};
  'value-too-deep': { limit: number };
  'too-much-exported': { limit: number };
  'not-a-manifest': { found: string };
  'manifest-incomplete': { missing: string };
  'manifest-misnamed': { field: string; found: string };
  'file-shared': { path: string; other: string };
  'jsonnet-missing': {};
  'jsonnet-unstartable': { reason: string };
  'jsonnet-failed': {};
  'jsonnet-without-json': {};
  'standard-output-broken': { reason: string };
}

export const renderProblems: Problems<RenderParameters> = defineProblems<RenderParameters>({
  'module-faulty': {
    severity: 'error',
    message: ({ problem }) => quoteProgram(problem),
    advice:
      'Correct it here; an import needs a file that is there, or a package that is installed.',
  },
  'module-doubtful': {
    severity: 'warning',
    message: ({ problem }) => quoteProgram(problem),
    advice: 'The module is taken as it is; look whether this is what you mean.',
  },
  'module-failed': {
    severity: 'error',
    message: ({ thrown, calls }) =>
      quoteProgram(thrown) +
      (calls.length === 0 ? '' : ` (called at ${onOneLine(calls.join(', '))})`),
    advice: 'The module throws this here; correct it, or the arguments given with --param.',
  },
  'module-ended': {
    severity: 'error',
    message: ({ code }) => `the module ends with code ${code} before it has given anything`,
    advice: 'Leave process.exit out of it, and make sure that what it awaits comes.',
  },
  'module-unloadable': {
    severity: 'error',
    message: ({ reason }) => `modules cannot be loaded here: ${quoteProgram(reason)}`,
    advice: 'Install couplet anew, with its optional dependencies, and make room for files.',
  },
  'nothing-exported': {
    severity: 'error',
    message: () => 'the module exports nothing',
    advice: 'Write export default before the manifests, or before a function that gives them.',
  },
  'function-not-default': {
    severity: 'error',
    message: () => 'it is a function, and only a function that is the default export is called',
    advice: 'Make it the default export, or export what it gives.',
  },
  'value-not-data': {
    severity: 'error',
    message: ({ found }) => `${found} cannot stand in a manifest`,
    advice: 'Give text, numbers, true, false, null, arrays and plain objects; or leave it out.',
  },
  'value-cycle': {
    severity: 'error',
    message: () => 'the value contains itself',
    advice: 'Leave it out here; YAML and JSON cannot hold a value that holds itself.',
  },
  'value-too-deep': {
    severity: 'error',
    message: ({ limit }) => `values are nested more than ${limit} levels deep here`,
    advice: 'Check what is exported; no manifest is nested so deep.',
  },
  'too-much-exported': {
    severity: 'error',
    message: ({ limit }) => `more than ${limit} values are exported`,
    advice: 'Render it in several parts; a value that stands in many places counts in each.',
  },
  'not-a-manifest': {
    severity: 'error',
    message: ({ found }) => `expected a manifest, found ${found}`,
    advice:
      'Give an object with apiVersion and kind, or arrays or objects of such; or leave it out.',
  },
  'manifest-incomplete': {
    severity: 'error',
    message: ({ missing }) => `the manifest has no ${missing}`,
    advice:
      'Begin it with new of its kind, which sets both apiVersion and kind, or write them down.',
  },
  'manifest-misnamed': {
    severity: 'error',
    message: ({ field, found }) => `${field} must be a text that is not empty, found ${found}`,
    advice: 'Give the name as the API has it, such as apiVersion v1 and kind ConfigMap.',
  },
  'file-shared': {
    severity: 'error',
    message: ({ path, other }) => `${path} is wanted by this manifest and by ${shorten(other)}`,
    advice: 'Nothing was written; leave one of them out, or give it a name of its own.',
  },
  'jsonnet-missing': {
    severity: 'error',
    message: () => 'there is no jsonnet on the PATH, and Couplet brings none',
    advice: 'Install go-jsonnet, jrsonnet or the jsonnet package of your system.',
  },
  'jsonnet-unstartable': {
    severity: 'error',
    message: ({ reason }) => `jsonnet cannot be started: ${quoteProgram(reason)}`,
    advice: 'Check what the PATH leads to with jsonnet --version.',
  },
  'jsonnet-failed': {
    severity: 'error',
    message: () => 'jsonnet refuses it, for the reason that stands above',
    advice: 'Correct it there; folders to import from are given with -J.',
  },
  'jsonnet-without-json': {
    severity: 'error',
    message: () => 'what jsonnet prints for it is no JSON',
    advice: 'Check what the PATH leads to with jsonnet --version.',
  },
  'standard-output-broken': {
    severity: 'error',
    message: ({ reason }) => `standard output broke off: ${quoteProgram(reason)}`,
    advice: 'Check the disk or the program that it goes to.',
  },
});

/** Shows what a program says, in its own words: longer than a name may be, and still on one line. */
function quoteProgram(text: string): string {
  const line = onOneLine(text);
  return line.length > 400 ? `${line.slice(0, 399)}…` : line;
}

function onOneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}
