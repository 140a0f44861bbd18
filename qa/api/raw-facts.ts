import type { JsonObject } from '../../packages/couplet/src/json/object.ts';
import { isJsonObject, ownValue } from '../../packages/couplet/src/json/object.ts';

import type { References } from '../conformance/oracle/schemas.ts';
import { propertiesOf, targetOf } from '../conformance/oracle/schemas.ts';

/** What a raw schema takes, in words. */
export function rawType(own: JsonObject, definition: string, references: References): string {
  const { schema, definition: name } = references.find(own, definition);
  if (isIntOrString(schema) || isQuantity(name)) return 'integer or string';
  const type = ownValue(schema, 'type');
  const properties = propertiesOf(schema).toSorted((left, right) => (left < right ? -1 : 1));
  const additional = ownValue(schema, 'additionalProperties');
  if (type === 'array') {
    const items = ownValue(schema, 'items');
    return isJsonObject(items) ? `array of ${rawType(items, name, references)}` : 'array';
  }
  if (typeof type === 'string' && type !== 'object') return type;
  if (properties.length > 0) {
    if (targetOf(own) !== undefined) return name.split('.').slice(-3).join('.');
    const more = properties.length > 3 ? ` and ${properties.length - 3} more` : '';
    return `object with ${properties.slice(0, 3).join(', ')}${more}`;
  }
  if (isJsonObject(additional)) {
    const values = rawType(additional, name, references);
    return values === 'any value' ? 'object' : `map of ${values}`;
  }
  return type === 'object' ? 'object' : 'any value';
}

/** A quantity is text in documents of OpenAPI v2, and the API server takes numbers too. */
function isQuantity(definition: string): boolean {
  return definition === 'io.k8s.apimachinery.pkg.api.resource.Quantity';
}

function isIntOrString(schema: JsonObject): boolean {
  return (
    ownValue(schema, 'format') === 'int-or-string' ||
    ownValue(schema, 'x-kubernetes-int-or-string') === true
  );
}

/** The limits of a raw schema, as people read them, each behind its name. */
export function rawLimits(schema: JsonObject): readonly string[] {
  const below = ownValue(schema, 'exclusiveMaximum') === true;
  const above = ownValue(schema, 'exclusiveMinimum') === true;
  const limits: string[] = [];
  const add = (name: string, low: string, high: string): void => {
    const [from, to] = [ownValue(schema, low), ownValue(schema, high)];
    if (from === undefined && to === undefined) return;
    if (name === 'Range' && (above || below)) {
      const texts = [
        ...(from === undefined ? [] : [`${above ? 'above' : 'at least'} ${Number(from)}`]),
        ...(to === undefined ? [] : [`${below ? 'below' : 'at most'} ${Number(to)}`]),
      ];
      limits.push(`${name}: ${texts.join(', ')}`);
    } else if (from === undefined) limits.push(`${name}: at most ${Number(to)}`);
    else if (to === undefined) limits.push(`${name}: at least ${Number(from)}`);
    else limits.push(`${name}: ${from === to ? Number(from) : `${Number(from)} to ${Number(to)}`}`);
  };
  const single = (name: string, keyword: string): void => {
    const value = ownValue(schema, keyword);
    if (value !== undefined) limits.push(`${name}: ${textOf(value)}`);
  };
  add('Range', 'minimum', 'maximum');
  single('Multiple of', 'multipleOf');
  add('Length', 'minLength', 'maxLength');
  add('Items', 'minItems', 'maxItems');
  add('Entries', 'minProperties', 'maxProperties');
  single('Pattern', 'pattern');
  return limits;
}

/** The rules of a raw schema. */
export function rawRules(schema: JsonObject): readonly unknown[] {
  const rules = ownValue(schema, 'x-kubernetes-validations');
  return Array.isArray(rules) ? rules : [];
}

/** Whether the functions for a path are left out of a library by rule: its manifest's own names, and every status. */
export function hasNoFunction(path: readonly string[]): boolean {
  if (path.length === 1 && (path[0] === ':apiVersion' || path[0] === ':kind')) return true;
  const items = path.findIndex((step) => !step.startsWith(':'));
  return path.slice(0, items === -1 ? path.length : items).includes(':status');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
