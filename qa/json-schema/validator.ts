import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv } from 'ajv';

/**
 * Checks values by JSON Schemas, as strictly as Ajv takes them: unknown keywords and formats are refused. Types may be
 * lists, and conditions need not repeat what stands around them. The schemas are those of the file with all kinds, so
 * that what kinds share is compiled once.
 */
export class Validator {
  readonly #files: ReadonlyMap<string, string>;
  readonly #ajv = new Ajv({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allErrors: true,
    // Ajv's own optimizer takes longer than all the rest.
    code: { optimize: false },
  });

  constructor(files: ReadonlyMap<string, string>) {
    this.#files = files;
    this.#ajv.addSchema(JSON.parse(files.get(allFile) ?? ''), allFile);
  }

  has(file: string): boolean {
    return this.#files.has(file);
  }

  /** Why a value is refused; nothing for one that is taken. */
  problems(file: string, value: unknown): readonly string[] {
    const validate = this.compile(`${allFile}#/definitions/${file.replace(/\.json$/, '')}`);
    return validate(value) ? [] : (validate.errors ?? []).map(textOf);
  }

  compile(address: string): ValidateFunction {
    const validate = this.#ajv.getSchema(address);
    if (validate === undefined) throw new Error(`there is no ${address}`);
    return validate;
  }
}

const allFile = 'all.json';

function textOf({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath}: ${message} ${JSON.stringify(params)}`;
}
