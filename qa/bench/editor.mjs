// How long an editor waits for TypeScript's language service: completion and hover right after an edit, in a program that
// uses one group of the library.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installLibrary } from './install-library.mjs';
import { median } from './measure.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const ts = createRequire(join(root, 'qa/typescript/package.json'))('typescript');
const edits = 60;

const imports = `
import { compose } from '@couplet/runtime';
import { route } from '@couplet/openshift/x/route/v1';
`;

/** Prints the medians of all edits, without the first ones. */
export function benchEditor() {
  const work = mkdtempSync(join(tmpdir(), 'couplet-bench-'));
  try {
    installLibrary(work);
    const editor = new Editor(join(work, 'open.ts'));
    const completion = editor.time('compose(route.spec.⚑);', (service, file, place) =>
      service.getCompletionsAtPosition(file, place, {}),
    );
    const hover = editor.time("compose(route.spec.with⚑Host('h'));", (service, file, place) =>
      service.getQuickInfoAtPosition(file, place),
    );
    console.log(`the editor after an edit, TypeScript ${ts.version}: medians of ${edits} edits`);
    console.log(`  completion: ${completion.toFixed(1)} ms (budget 40 ms)`);
    console.log(`  hover: ${hover.toFixed(1)} ms (budget 10 ms)`);
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** An editor with one open file. */
class Editor {
  #file;
  #service;
  #text = '';
  #version = 0;
  /** The files that are not open, which an editor reads once. */
  #snapshots = new Map();

  constructor(file) {
    this.#file = file;
    this.#service = ts.createLanguageService({
      getScriptFileNames: () => [file],
      getScriptVersion: (name) => (name === file ? String(this.#version) : '0'),
      getScriptSnapshot: (name) => this.#snapshot(name),
      getCurrentDirectory: () => dirname(file),
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

  #snapshot(name) {
    if (name === this.#file) return ts.ScriptSnapshot.fromString(this.#text);
    if (!this.#snapshots.has(name) && existsSync(name)) {
      this.#snapshots.set(name, ts.ScriptSnapshot.fromString(readFileSync(name, 'utf8')));
    }
    return this.#snapshots.get(name);
  }

  /** The median of the milliseconds that a question takes, each time after another edit of the program. */
  time(line, ask) {
    const times = [];
    for (let edit = -10; edit < edits; edit++) {
      const text = `${imports}export const edit${edit + 10} = ${line}\n`;
      this.#text = text.replace('⚑', '');
      this.#version++;
      const started = performance.now();
      const answer = ask(this.#service, this.#file, text.indexOf('⚑'));
      const took = performance.now() - started;
      if (answer === undefined) throw new Error(`no answer for ${line}`);
      if (edit >= 0) times.push(took);
    }
    return median(times);
  }
}
