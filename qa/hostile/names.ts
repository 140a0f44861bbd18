import { jsonnetKeywords } from '../../packages/couplet/src/library/names.ts';
import type { HostileCase } from './case.ts';
import { jsonCase, kindWith, objectOf, openApi, referenceTo, served } from './case.ts';

const asPaths = [
  '.',
  '..',
  '../x',
  '../../../../../../etc/passwd',
  '/',
  '/etc/passwd',
  'a/b',
  'a\\b',
  '~',
  '//',
  '.git',
  '.couplet.json',
  '.couplet-staging',
  '-',
  '--',
  '-rf',
  'C:\\x',
  'con',
  'nul',
  'aux.txt',
];
const asText = [
  '',
  ' ',
  '  a ',
  '\0',
  'a\0b',
  '\n',
  'a\nb',
  '\r\n',
  '\t',
  '\x1B[2J',
  '\u007f',
  '\u0085',
  "'",
  '"',
  `'"`,
  "''",
  '|||',
  "|||\n'",
  '@"',
  "@'",
  '`',
  '\\',
  '\\u0041',
  '\\',
  '%',
  '%s',
  '%(x)s',
  '$',
  '${x}',
  '$ref',
  '*/',
  '/*',
  '//',
  '#',
  '#withX',
  '#new',
  '# x',
  '<b>',
  '&amp;',
  '{{ x }}',
  '}',
];
const asUnicode = [
  'é',
  'é',
  'ß',
  'İ',
  'ı',
  'ﬀ',
  '𝒳',
  'Ω',
  'ǅ',
  '😀',
  '\u2028',
  '\u202e',
  '\ufeff',
  '\uffff',
  '\ud800',
  '\udc00',
  'a\ud83d',
  '\udc00\ud800',
  '\u{2fa1d}',
];
const asCode = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'new',
  'New',
  'mixin',
  'std',
  'd',
  'name',
  'kind',
  'apiVersion',
  'status',
  'metadata',
  '$',
  'err',
  'main',
  'index',
  'README',
  'gen',
  'null',
  'undefined',
  '0',
  '0a',
  '-1',
  '1e5',
  '1.0',
];

/** A keyword since Jsonnet 0.19, so that we quote it; the `jsonnetfmt` of 0.18 would not. */
export const newKeyword = 'importbin';

/** Names that have broken something, somewhere. */
export const nastyNames: readonly string[] = [
  ...new Set([
    ...asPaths,
    ...asText,
    ...asUnicode,
    ...asCode,
    ...[...jsonnetKeywords].filter((name) => name !== newKeyword),
    'x'.repeat(10_000),
  ]),
];

const text = { type: 'string' };
const withX = { type: 'object', properties: { x: text } };
const forms: Readonly<Record<string, object>> = {
  'of scalars': text,
  'of lists': { type: 'array', items: text },
  'of maps': { type: 'object' },
  'of objects': withX,
  'of lists of objects': { type: 'array', items: withX },
  'of references': referenceTo('com.example.tea.v1.Lid'),
};

function propertyCases(): readonly HostileCase[] {
  return Object.entries(forms).map(([name, schema]) => {
    const properties = objectOf(nastyNames, () => schema);
    const Lid = { type: 'object', properties: { [`a'b"c`]: text } };
    const definitions = {
      'com.example.tea.v1.Pot': served({ ...properties, spec: { properties } }),
    };
    return jsonCase(
      `property names ${name}`,
      openApi({ ...definitions, 'com.example.tea.v1.Lid': Lid }),
    );
  });
}

/** Names of definitions are cut at their dots, so that names with dots bring other groups and versions. */
function definitionCases(): readonly HostileCase[] {
  const places: Readonly<Record<string, (name: string) => string>> = {
    groups: (name) => `com.example.${name}.v1.Pot`,
    versions: (name) => `com.example.tea.${name}.Pot`,
    kinds: (name) => `com.example.tea.v1.${name}`,
    domains: (name) => `${name}.tea.v1.Pot`,
  };
  return Object.entries(places).map(([name, place]) => {
    const definitions = objectOf(nastyNames.map(place), () => served({ spec: withX }));
    return jsonCase(`names of ${name}`, openApi(definitions));
  });
}

function servedCases(): readonly HostileCase[] {
  return ['group', 'version', 'kind'].map((part) => {
    const definitions = nastyNames.map((name, index): [string, object] => [
      `com.example.tea.v1.Pot${index}`,
      served({}, { [part]: name }),
    ]);
    return jsonCase(`what the API calls its ${part}`, openApi(Object.fromEntries(definitions)));
  });
}

/** Names that are one where case is ignored, or where the naming rules make them one. */
const clashing = [
  'a.b',
  'a_b',
  'a-b',
  'A.b',
  'a b',
  'a$b',
  'x',
  'xMixin',
  'X',
  'XMixin',
  'Xmixin',
  'withX',
  'x-mixin',
  'ab',
  'AB',
  'aB',
  'Ab',
  'aBC',
  'ABC',
  'ABc',
  'Abc',
  'abc',
  '-ab',
  '--ab',
  'ab_',
  'ab__',
  '_ab',
  'new',
  'New',
  'NEW',
  'new_',
  'mixin',
  'Mixin',
  'mixin_',
  '#x',
  '_x23_x',
  '#new',
  'a_x2e_b',
  'a_x2e_b_',
];

function clashCases(): readonly HostileCase[] {
  const properties = Object.entries(forms).map(([name, schema]) =>
    jsonCase(
      `clashing properties ${name}`,
      {
        ...openApi({
          'com.example.tea.v1.Pot': served(objectOf(clashing, () => schema)),
          'com.example.tea.v1.Lid': withX,
        }),
      },
      'library',
      'field-clash',
    ),
  );
  const kinds = clashing.map((name) => `com.example.tea.v1.${name.replace('.', '')}`);
  const groups = clashing.map((name) => `com.example.${name.replace('.', '')}.v1.Pot`);
  const versions = clashing.map((name) => `com.example.tea.${name.replace('.', '')}.Pot`);
  const domains = clashing.map((name) => `${name}.tea.v1.Pot`);
  return [
    ...properties,
    jsonCase('clashing kinds', openApi(objectOf(kinds, () => served({}))), 'library', 'kind-clash'),
    jsonCase('clashing groups', openApi(objectOf(groups, () => served({})))),
    jsonCase('clashing versions', openApi(objectOf(versions, () => served({})))),
    jsonCase(
      'clashing domains',
      openApi(objectOf(domains, () => served({}))),
      'library',
      'kind-clash',
    ),
  ];
}

const fewLabels = ['', '.', '..', '...', 'a', 'a.b', '__proto__', '.a.', 'a..b', '/'];

const odd: readonly HostileCase[] = [
  jsonCase('a new keyword', kindWith(objectOf([newKeyword], () => withX))),
  jsonCase(
    'definitions without group and version',
    openApi(objectOf(fewLabels, () => served({}))),
    'library',
    'unnamed-kind',
  ),
  jsonCase('a name of 200,000 labels', openApi({ [`${'a.'.repeat(200_000)}v1.Pot`]: served({}) })),
  jsonCase(
    'metadata that is text',
    openApi({ 'com.example.tea.v1.Pot': { ...served({}), properties: { metadata: text } } }),
  ),
  jsonCase('metadata whose name is an object', kindWithMetadata({ name: withX })),
  jsonCase('metadata whose name is called otherwise', kindWithMetadata({ Name: text, NAME: text })),
  jsonCase(
    'metadata that is a list of itself',
    kindWithMetadata({ metadata: { type: 'array', items: withX } }),
  ),
  jsonCase(
    'a property for each function that another has',
    kindWith({ a: forms['of lists'], aMixin: text, A: text, withA: text }),
  ),
];

function kindWithMetadata(properties: object): object {
  const definition = { ...served({}), properties: { metadata: { type: 'object', properties } } };
  return openApi({ 'com.example.tea.v1.Pot': definition });
}

export const nameCases: readonly HostileCase[] = [
  ...propertyCases(),
  ...definitionCases(),
  ...servedCases(),
  ...clashCases(),
  ...odd,
];
