import type { ProblemCauses } from '../diagnostic/problem.ts';
import type { LibraryParameters } from './problems.ts';

/** The cause of each problem of this layer, for docs/problems.md. */
export const libraryCauses: ProblemCauses<LibraryParameters> = {
  'nothing-selected': {
    cause:
      'There are definitions, but none becomes a part of the library: none is served as a kind, or none matches --prefix.',
    example: { definitions: 12, prefix: '^com\\.example' },
  },
  'field-clash': {
    cause:
      'Two properties of one object would have functions of the same name, as Lid and lid would.',
    example: { property: 'Lid', usual: 'lid', taken: 'Lid_' },
  },
  'kind-clash': {
    cause:
      'Two definitions want the same place in the library, or places that differ in case only.',
    example: {
      name: 'org.example.tea.v1.Pot',
      first: 'com.example.tea.v1.Pot',
      place: 'tea.v1.pot_tea_example_org',
    },
  },
  'unnamed-kind': {
    cause:
      'A definition is served as a kind, or chosen by --prefix, and its name does not tell where it belongs.',
    example: { name: 'Pot' },
  },
  'kind-too-large': {
    cause:
      'Definitions that refer to each other multiply: written out, a kind or all kinds together would have too many functions or too much text.',
    example: { name: 'com.example.tea.v1.Pot', limit: 50_000, unit: 'functions' },
  },
  'kind-too-deep': {
    cause: 'The fields of a kind stand in each other deeper than tools can read.',
    example: { name: 'com.example.tea.v1.Pot', limit: 120 },
  },
};
