import type { Marks, PlainObject } from './data.ts';
import { isArray, isPlainObject, marksOf, setField, setMarks } from './data.ts';
import type { Path } from './path.ts';
import { below } from './path.ts';
import { addScalars } from './scalar.ts';

/**
 * Adds a part to an object that nobody else has, in place: adding many parts costs no more than reading them. A field
 * of the result is marked if all parts that have it mark it.
 */
export function addObject(target: PlainObject, part: PlainObject, path: Path | undefined): void {
  const partMarks = marksOf(part);
  let marks = marksOf(target);
  for (const key of Object.keys(part)) {
    const mark = partMarks?.get(key);
    if (mark === undefined) {
      setField(target, key, copy(part[key], path, key));
      marks?.delete(key);
    } else if (Object.hasOwn(target, key)) {
      const operands = mark === true ? [part[key]] : mark;
      for (const operand of operands) addToField(target, marks, key, operand, below(path, key));
    } else {
      setField(target, key, copy(part[key], path, key));
      if (marks === undefined) setMarks(target, (marks = new Map()));
      marks.set(key, mark === true ? true : [...mark]);
    }
  }
}

/**
 * A copy of the value of a field or item, marks included. What is no JSON is taken as it is: who prints it refuses it.
 * Copying keeps callers from changing what they share. To freeze what is shared instead would need no less time (deep
 * freezing made composing nine parts a third slower), and nobody could change a result.
 */
export function copy(value: unknown, parent: Path | undefined, key: string | number): unknown {
  if (typeof value !== 'object') return value;
  if (isArray(value)) return appendCopies([], value, below(parent, key));
  if (!isPlainObject(value)) return value;
  const result = {};
  addObject(result, value, below(parent, key));
  return result;
}

function appendCopies(target: unknown[], items: readonly unknown[], path: Path): unknown[] {
  for (const item of items) target.push(copy(item, path, target.length));
  return target;
}

/** Jsonnet's `super.key + operand`: objects and arrays grow in place. */
function addToField(
  target: PlainObject,
  marks: Marks | undefined,
  key: string,
  operand: unknown,
  path: Path,
): void {
  const value = target[key];
  if (isPlainObject(value) && isPlainObject(operand)) addObject(value, operand, path);
  else if (isArray(value) && isArray(operand)) appendCopies(value, operand, path);
  else {
    setField(target, key, addScalars(value, operand, path));
    keepOperand(marks, key, value, operand);
  }
}

/**
 * Keeps what was added to a field apart while it is not known what the field itself is to be added to: `'a' + 1 + 2` is
 * not `'a' + (1 + 2)`, and fractions are rounded at every step. To a string, all is just appended.
 */
function keepOperand(
  marks: Marks | undefined,
  key: string,
  value: unknown,
  operand: unknown,
): void {
  const mark = marks?.get(key);
  if (isArray(mark)) mark.push(operand);
  else if (mark === true && typeof value !== 'string') marks?.set(key, [value, operand]);
}
