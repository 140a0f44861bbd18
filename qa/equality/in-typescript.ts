import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compose } from '@couplet/runtime';
import type { OutputFile } from '../../packages/couplet/src/text/output-file.ts';
import type { Json } from '../conformance/json.ts';
import { isJson } from '../conformance/json.ts';
import type { Call, Sum } from './call.ts';

const runtime = fileURLToPath(new URL('../../packages/runtime', import.meta.url));

/** Puts the runtime where the modules of a folder find it. */
export function linkRuntime(folder: string): void {
  mkdirSync(join(folder, 'node_modules', '@couplet'), { recursive: true });
  symlinkSync(runtime, join(folder, 'node_modules', '@couplet', 'runtime'));
}

/** The TypeScript library on disk: modules of one group and version each, loaded when they are first asked for. */
export class TypeScriptLibrary {
  readonly #folder: string;
  readonly #modules = new Map<string, object>();

  /** Writes the files, with the runtime where the modules find it. */
  constructor(folder: string, files: Iterable<OutputFile>) {
    this.#folder = folder;
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    linkRuntime(folder);
  }

  /** Adds up calls; what is printed as JSON is the result. */
  async sum(calls: Sum, modulePath: (group: string, version: string) => string): Promise<Json> {
    const [group = '', version = ''] = calls[0]?.path ?? [];
    const module = await this.#load(modulePath(group, version));
    const [first, ...rest] = calls.map((call) => make(call, module));
    if (first === undefined) throw new Error('there is nothing to add up');
    const result: unknown = JSON.parse(JSON.stringify(compose(first, ...rest)));
    if (!isJson(result)) throw new Error('the sum is no JSON');
    return result;
  }

  async #load(path: string): Promise<object> {
    const known = this.#modules.get(path);
    if (known !== undefined) return known;
    const module: unknown = await import(
      /* @vite-ignore */ pathToFileURL(join(this.#folder, path)).href
    );
    if (typeof module !== 'object' || module === null) throw new Error(`${path} is no module`);
    this.#modules.set(path, module);
    return module;
  }
}

function make({ path, passed }: Call, module: object): object {
  const [, , kind = '', ...names] = path;
  // A constant cannot be called like a reserved word.
  let value: unknown = Object.hasOwn(module, kind)
    ? Reflect.get(module, kind)
    : Reflect.get(module, `${kind}_`);
  let owner: unknown = module;
  for (const name of names) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) {
      throw new Error(`there is no ${path.join('.')}`);
    }
    owner = value;
    value = Reflect.get(value, name);
  }
  if (typeof value !== 'function') throw new Error(`${path.join('.')} is no function`);
  const result: unknown = Reflect.apply(value, owner, passed);
  if (typeof result !== 'object' || result === null)
    throw new Error(`${path.join('.')} made nothing`);
  return result;
}
