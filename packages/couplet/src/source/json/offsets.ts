import type { Path } from '../../diagnostic/place.ts';

/** One step of the wanted paths: paths with a common beginning share their steps. */
interface Step {
  readonly next: Map<string | number, Step>;
  /** The offset at which it was found: its key in an object, its value in an array. */
  offset: number;
  /**
   * The offset at which the step before it was found; it tells a find from one in an earlier member of the same key.
   */
  within: number;
}

/**
 * Finds where the values at some paths stand in a JSON text: the offset of the key for a member of an object, that
 * of the value for an item of an array. A path that leads nowhere gets what was found on its way.
 * The text is read once for all paths.
 *
 * @param text JSON without syntax errors
 * @param start where the value stands that the paths start from
 */
export function findJsonOffsets(text: string, start: number, paths: readonly Path[]): number[] {
  const root = newStep();
  const ends = paths.map((path) => addSteps(root, path));
  root.offset = skipSpace(text, start);
  if (root.next.size > 0) visitValue(text, root.offset, root);
  return ends.map((steps) => deepest(root, steps));
}

function newStep(): Step {
  return { next: new Map(), offset: -1, within: -1 };
}

function addSteps(root: Step, path: Path): readonly Step[] {
  let step = root;
  return path.map((part) => {
    const next = step.next.get(part) ?? newStep();
    step.next.set(part, next);
    step = next;
    return next;
  });
}

function deepest(root: Step, steps: readonly Step[]): number {
  let { offset } = root;
  for (const step of steps) {
    if (step.within !== offset) break;
    ({ offset } = step);
  }
  return offset;
}

/** Goes through a value of interest, and gives the offset after it. */
function visitValue(text: string, offset: number, step: Step): number {
  if (step.next.size === 0) return skipValue(text, offset);
  const opening = text[offset];
  if (opening === '{') return visitObject(text, offset, step);
  if (opening === '[') return visitArray(text, offset, step);
  return skipValue(text, offset);
}

function visitObject(text: string, start: number, step: Step): number {
  let offset = skipSpace(text, start + 1);
  while (text[offset] === '"') {
    const keyStart = offset;
    const keyEnd = skipString(text, offset);
    const next = step.next.get(keyOf(text.slice(keyStart, keyEnd)));
    // After the key come white space, a colon and white space.
    offset = skipSpace(text, skipSpace(text, keyEnd) + 1);
    offset = visitMember(text, offset, next, keyStart, step);
    offset = skipSpace(text, offset);
    if (text[offset] === ',') offset = skipSpace(text, offset + 1);
  }
  return offset + 1;
}

function visitArray(text: string, start: number, step: Step): number {
  let offset = skipSpace(text, start + 1);
  for (let index = 0; offset < text.length && text[offset] !== ']'; index += 1) {
    offset = visitMember(text, offset, step.next.get(index), offset, step);
    offset = skipSpace(text, offset);
    if (text[offset] === ',') offset = skipSpace(text, offset + 1);
  }
  return offset + 1;
}

function visitMember(
  text: string,
  offset: number,
  step: Step | undefined,
  position: number,
  parent: Step,
): number {
  if (step === undefined) return skipValue(text, offset);
  step.offset = position;
  step.within = parent.offset;
  return visitValue(text, offset, step);
}

function keyOf(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  const key: unknown = JSON.parse(quoted);
  return String(key);
}

const quote = 0x22;
const backslash = 0x5c;

/** The offset after a value. Goes by characters, as it runs over nearly all of a text of megabytes. */
function skipValue(text: string, start: number): number {
  let depth = 0;
  let offset = start;
  while (offset < text.length) {
    const character = text.charCodeAt(offset);
    if (character === quote) {
      offset = skipString(text, offset);
      if (depth === 0) return offset;
      continue;
    }
    if (isOpening(character)) depth += 1;
    else if (isClosing(character)) {
      // A number or a word ends where the container around it does.
      if (depth === 0) return offset;
      depth -= 1;
      if (depth === 0) return offset + 1;
    } else if (depth === 0 && isSeparator(character)) return offset;
    offset += 1;
  }
  return offset;
}

function isOpening(character: number): boolean {
  return character === 0x7b || character === 0x5b;
}

function isClosing(character: number): boolean {
  return character === 0x7d || character === 0x5d;
}

/** White space or a comma. */
function isSeparator(character: number): boolean {
  return character <= 0x20 || character === 0x2c;
}

/** The offset after a string: behind the first quote that has an even number of backslashes before it. */
function skipString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === backslash) backslashes += 1;
    if (backslashes % 2 === 0) return end + 1;
  }
  return text.length;
}

function skipSpace(text: string, start: number): number {
  let offset = start;
  while (offset < text.length && text.charCodeAt(offset) <= 0x20) offset += 1;
  return offset;
}
