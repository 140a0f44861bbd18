import type {
  Definition,
  Dialect,
  Diagnostics,
  JsonObject,
  Package,
  Problems,
  Schema,
  SourceDocument,
  SourceFiles,
} from '../../packages/couplet/src/index.ts';
import {
  defineProblems,
  isJsonObject,
  ownValue,
  placeInText,
  readDocuments,
  textAt,
} from '../../packages/couplet/src/index.ts';

const toyProblems: Problems<{ 'menu-empty': {} }> = defineProblems<{ 'menu-empty': {} }>({
  'menu-empty': {
    severity: 'warning',
    message: () => 'the menu has no drinks',
    advice: 'Add some.',
  },
});

/** A dialect that Couplet knows nothing of: a menu, whose drinks are kinds and their sizes are fields. */
export const menu: Dialect = {
  name: 'menu',
  recognises: (value) => ownValue(value, 'menu') !== undefined,
  read: (document, value, found) => {
    const drinks = ownValue(value, 'menu');
    if (!isJsonObject(drinks) || Object.keys(drinks).length === 0) {
      const place = { locator: document, path: ['menu'] };
      found.diagnostics.report(toyProblems['menu-empty'], {}, place);
      return;
    }
    found.define(Object.keys(drinks).map((drink) => definitionOf(drink, drinks, document)));
  },
  problems: toyProblems,
};

function definitionOf(drink: string, drinks: JsonObject, document: SourceDocument): Definition {
  const sizes = ownValue(drinks, drink);
  const names = Array.isArray(sizes) ? sizes.filter((size) => typeof size === 'string') : [];
  const field: Schema = { kind: 'boolean' };
  const properties = new Map<string, Schema>(names.map((name) => [name, field]));
  return {
    name: `com.example.cafe.v1.${drink}`,
    schema: { kind: 'object', properties, required: new Set() },
    groupVersionKinds: [{ group: 'cafe.example.com', version: 'v1', kind: drink }],
    scope: 'Namespaced',
    origin: { dialect: 'menu' },
    place: { locator: document, path: ['menu', drink] },
  };
}

/** A dialect of whole sources: a café is a folder with a sign and a menu for each day. */
export const cafe: Dialect = {
  name: 'cafe',
  find: async (files: SourceFiles, diagnostics: Diagnostics): Promise<Package | undefined> => {
    if (!files.paths.includes('sign.yaml')) return undefined;
    const [sign] = await files.read('sign.yaml');
    const menus = files.paths.filter((path) => path.startsWith('menus/'));
    if (menus.length === 0) {
      diagnostics.report(toyProblems['menu-empty'], {}, placeInText(files.name));
    }
    return { label: textAt(sign?.value, 'name'), documents: await readDocuments(files, menus) };
  },
};
