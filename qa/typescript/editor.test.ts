import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { readDocuments } from '../support/documents.ts';
import { teapotDocument } from './teapot.ts';
import { Workspace } from './workspace.ts';

const imports = `import { route } from '@couplet/openshift/4.5/route/v1';
import { rack, teapot } from '@couplet/openshift/tea/tea/v1';
`;

/** An editor with one file open, which shows what TypeScript's language service says. */
class Editor {
  readonly #file: string;
  readonly #service: ts.LanguageService;
  #text = '';
  #version = 0;

  constructor(folder: string) {
    this.#file = join(folder, 'open.ts');
    this.#service = ts.createLanguageService({
      getScriptFileNames: () => [this.#file],
      getScriptVersion: (name) => (name === this.#file ? String(this.#version) : '0'),
      getScriptSnapshot: (name) => {
        if (name === this.#file) return ts.ScriptSnapshot.fromString(this.#text);
        return ts.sys.fileExists(name)
          ? ts.ScriptSnapshot.fromString(readFileSync(name, 'utf8'))
          : undefined;
      },
      getCurrentDirectory: () => folder,
      getCompilationSettings: () => ({
        module: ts.ModuleKind.NodeNext,
        target: ts.ScriptTarget.ES2023,
        strict: true,
        types: [],
      }),
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      fileExists: (name) => ts.sys.fileExists(name),
      readFile: (name) => ts.sys.readFile(name),
    });
  }

  /** Writes a line behind the imports. Gives the place of the mark `⚑` in it. */
  #write(line: string): number {
    this.#text = imports + line.replace('⚑', '');
    this.#version++;
    return imports.length + line.indexOf('⚑');
  }

  hover(line: string): { readonly signature: string; readonly text: string; tags: string[] } {
    const info = this.#service.getQuickInfoAtPosition(this.#file, this.#write(line));
    const tags = info?.tags?.map(({ name, text }) =>
      `@${name} ${ts.displayPartsToString(text)}`.trimEnd(),
    );
    return {
      signature: ts.displayPartsToString(info?.displayParts),
      text: ts.displayPartsToString(info?.documentation),
      tags: tags ?? [],
    };
  }

  complete(line: string): readonly ts.CompletionEntry[] {
    const place = this.#write(line);
    return this.#service.getCompletionsAtPosition(this.#file, place, {})?.entries ?? [];
  }

  definition(line: string): readonly string[] {
    const found = this.#service.getDefinitionAtPosition(this.#file, this.#write(line));
    return (found ?? []).map(({ containerName, name }) => `${containerName}.${name}`);
  }
}

describe('an editor', () => {
  let workspace: Workspace;
  let editor: Editor;

  beforeAll(async () => {
    workspace = new Workspace();
    workspace.addLibrary('4.5', await readDocuments([], new Diagnostics()));
    workspace.addLibrary('tea', [teapotDocument()], /^io\.example\.tea/);
    editor = new Editor(workspace.folder);
  });

  afterAll(() => workspace.remove());

  it('shows the signature and the documentation of a function', () => {
    expect(editor.hover("teapot.spec.with⚑Size('Big');")).toEqual({
      signature:
        `(method) TeapotSpecFields<Teapot>.withSize(size: "Big" | "Small" | "Grandma's" | ""): ` +
        'Patch<Teapot>',
      text: 'How big it is.',
      tags: [],
    });
    expect(editor.hover("route.spec.with⚑Host('web');").signature).toBe(
      '(method) RouteSpecFields<Route>.withHost(host: string): Patch<Route>',
    );
  });

  it('shows the documentation of a namespace, a kind, and its `new`', () => {
    expect(editor.hover('teapot.sp⚑ec;')).toMatchObject({
      signature: '(property) TeapotFields<Teapot>.spec: TeapotSpecFields<Teapot>',
      text: 'What to brew.',
    });
    expect(editor.hover('tea⚑pot;')).toMatchObject({
      signature: '(alias) const teapot: TeapotKind\nimport teapot',
      text: 'Brews tea.',
    });
    expect(editor.hover("teapot.ne⚑w('web');")).toMatchObject({
      signature: '(method) TeapotKind["new"](name: string): Teapot',
      text: 'Makes a Teapot: its apiVersion and kind, with a name.',
    });
  });

  it('shows the documentation of a property in a literal', () => {
    expect(editor.hover("rack.withTeapots({ spec: { si⚑ze: 'Big' } });")).toMatchObject({
      signature: `(property) TeapotSpec.size?: "" | "Big" | "Small" | "Grandma's" | undefined`,
      text: 'How big it is.',
    });
  });

  it('shows a description whole, whatever it holds', () => {
    expect(editor.hover("teapot.spec.with⚑Evil('');")).toMatchObject({
      text: String.raw`*\/ export const evil = 1; /* \@deprecated \@param {\@link x}`,
      tags: [],
    });
  });

  it('completes the names of functions, namespaces and enumerations', () => {
    expect(editor.complete('route.⚑').map(({ name }) => name)).toEqual(['metadata', 'new', 'spec']);
    expect(editor.complete('route.spec.⚑').map(({ name }) => name)).toEqual([
      'port',
      'tls',
      'to',
      'withAlternateBackends',
      'withAlternateBackendsMixin',
      'withHost',
      'withPath',
      'withWildcardPolicy',
    ]);
    expect(editor.complete("teapot.spec.withSize('⚑');").map(({ name }) => name)).toEqual([
      '',
      'Big',
      'Small',
      String.raw`Grandma\'s`,
    ]);
  });

  it('strikes through what is deprecated', () => {
    const entries = editor.complete('teapot.spec.⚑');
    const deprecated = entries.filter(({ kindModifiers }) => kindModifiers?.includes('deprecated'));
    expect(deprecated.map(({ name }) => name)).toEqual(['withOld']);
    expect(editor.hover("teapot.spec.with⚑Old('');").tags).toEqual(['@deprecated use size.']);
  });

  it('finds the declaration', () => {
    expect(editor.definition("route.spec.with⚑Host('web');")).toEqual(['RouteSpecFields.withHost']);
  });
});
