import type { Fields, Json } from './fields.ts';
import { isLiteral, printNumber, printString } from './scalar.ts';

/** Longer keys get a line of their own: readers look for the `:` of others within 1024 characters. */
const keyLimit = 1000;

/** Prints a manifest as a YAML document in block style, without a line that starts or ends a document. */
export function printDocument(manifest: Fields): string {
  const writer = new BlockWriter();
  writer.fields(manifest, '', '');
  return writer.lines.length === 0 ? '{}\n' : `${writer.lines.join('\n')}\n`;
}

/** The text that a value is written behind: a key with its colon, or the dash of an item. */
interface Head {
  /** The line so far, from its start. */
  readonly text: string;
  /** The indentation of the key or dash. */
  readonly indentation: string;
  readonly isDash: boolean;
}

class BlockWriter {
  readonly lines: string[] = [];

  /** Writes the fields of an object: the first behind the given start of a line, all others indented. */
  fields(fields: Fields, start: string, indentation: string): void {
    let before = start;
    for (const [key, value] of Object.entries(fields)) {
      let text = `${before}${printString(key)}:`;
      if (text.length > keyLimit) {
        this.lines.push(`${before}? ${printString(key)}`);
        text = `${indentation}:`;
      }
      this.#value(value, { text, indentation, isDash: false });
      before = indentation;
    }
  }

  #items(items: readonly Json[], start: string, indentation: string): void {
    let before = start;
    for (const item of items) {
      this.#value(item, { text: `${before}-`, indentation, isDash: true });
      before = indentation;
    }
  }

  #value(value: Json, head: Head): void {
    if (typeof value === 'string' && isLiteral(value)) this.#literal(value, head);
    else if (typeof value !== 'object' || value === null || isEmpty(value)) {
      this.lines.push(`${head.text} ${printOnLine(value)}`);
    } else {
      const indentation = `${head.indentation}  `;
      // The first entry of an item stands on the line of its dash.
      if (!head.isDash) this.lines.push(head.text);
      const start = head.isDash ? `${head.text} ` : indentation;
      if (Array.isArray(value)) this.#items(value, start, indentation);
      else this.fields(value, start, indentation);
    }
  }

  #literal(value: string, { text, indentation }: Head): void {
    const endsLine = value.endsWith('\n');
    this.lines.push(`${text} ${endsLine ? '|' : '|-'}`);
    for (const line of (endsLine ? value.slice(0, -1) : value).split('\n')) {
      this.lines.push(line === '' ? '' : `${indentation}  ${line}`);
    }
  }
}

function isEmpty(value: Json[] | Fields): boolean {
  return Object.keys(value).length === 0;
}

function printOnLine(value: Json): string {
  if (typeof value === 'string') return printString(value);
  // An object or array is an empty one here.
  return typeof value === 'number' ? printNumber(value) : JSON.stringify(value);
}
