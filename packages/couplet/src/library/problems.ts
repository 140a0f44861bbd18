import type { Problems } from '../diagnostic/problem.ts';
import { defineProblems } from '../diagnostic/problem.ts';
import { shorten } from '../diagnostic/problem.ts';

/** The problems when a library is built. */
export interface LibraryParameters {
  'nothing-selected': { definitions: number; prefix: string | undefined };
  'field-clash': { property: string; usual: string; taken: string };
  'kind-clash': { name: string; first: string; place: string };
  'unnamed-kind': { name: string };
  'kind-too-large': { name: string; limit: number; unit: 'functions' | 'characters' };
  'kind-too-deep': { name: string; limit: number };
}

export const libraryProblems: Problems<LibraryParameters> = defineProblems<LibraryParameters>({
  'nothing-selected': {
    severity: 'error',
    message: ({ definitions, prefix }) =>
      prefix === undefined
        ? `none of the ${definitions} definitions says what kind it is served as`
        : `none of the ${definitions} definitions matches the prefix ${shorten(prefix)}`,
    advice: 'Give a --prefix that matches the definitions you want.',
  },
  'field-clash': {
    severity: 'note',
    message: ({ property, usual, taken }) =>
      `the property ${shorten(property)} is called ${shorten(taken)}, for another one has the name ${shorten(usual)}`,
    advice: 'Nothing needs to be done; use the name given here.',
  },
  'kind-clash': {
    severity: 'warning',
    message: ({ name, first, place }) =>
      `${shorten(name)} wants the place of ${shorten(first)} and is generated as ${shorten(place)}`,
    advice: 'Use the name given here, or make two libraries with a --prefix each.',
  },
  'unnamed-kind': {
    severity: 'warning',
    message: ({ name }) => `${shorten(name)} does not end in a group, a version and a kind`,
    advice: 'The definition is left out; rename it like com.example.group.v1.Kind to have it.',
  },
  'kind-too-large': {
    severity: 'error',
    message: ({ name, limit, unit }) =>
      `${shorten(name)} would bring the library to more than ${limit} ${unit}`,
    advice:
      'Shorten what it refers to most: that is printed in each place, and so multiplies. Or leave the kind out with --prefix.',
  },
  'kind-too-deep': {
    severity: 'error',
    message: ({ name, limit }) =>
      `${shorten(name)} nests its fields more than ${limit} levels deep`,
    advice: 'Leave the kind out with --prefix: tools that read Jsonnet do not go so deep.',
  },
});
