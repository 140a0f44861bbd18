/** One step from a value to one below it: a property of an object, the items of a list, the values of a map. */
export type Step =
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'items' }
  | { readonly kind: 'values' };

/** The steps that lead from a manifest to one of its fields. */
export type FieldPath = readonly Step[];

/** A step to a property. */
export function property(name: string): Step {
  return { kind: 'property', name };
}

export const items: Step = { kind: 'items' };
export const values: Step = { kind: 'values' };

const plainName = /^[\p{L}_$][\p{L}\p{Nd}_$-]*$/u;

/**
 * Prints a path as {@link parseFieldPath} reads it: `spec.rules[].host`, `metadata.labels.*`, and odd names in brackets as
 * JSON has them: `data["tls.crt"]`.
 */
export function formatFieldPath(path: FieldPath): string {
  let text = '';
  for (const step of path) {
    if (step.kind === 'items') text += '[]';
    else if (step.kind === 'values') text += text === '' ? '*' : '.*';
    else if (!plainName.test(step.name)) text += `[${JSON.stringify(step.name)}]`;
    else text += text === '' ? step.name : `.${step.name}`;
  }
  return text;
}

/** One step of a path in its text: dots before it, `[]`, a name in quotes, a star, or a plain name. */
const stepText = /\.?(?:(\[\])|\[("(?:[^"\\]|\\.)*")\]|(\*)(?=[.[]|$)|([^.[\]]+))/suy;

/**
 * Reads a path such as `spec.tls.termination`. The items of a list need no `[]`: whoever follows the path knows where
 * there is a list.
 *
 * @returns `undefined` where the text is no path
 */
export function parseFieldPath(text: string): FieldPath | undefined {
  const steps: Step[] = [];
  stepText.lastIndex = 0;
  for (let end = 0; end < text.length; end = stepText.lastIndex) {
    const match = stepText.exec(text);
    if (match === null) return undefined;
    const [, list, quoted, star, name] = match;
    if (list !== undefined) steps.push(items);
    else if (star !== undefined) steps.push(values);
    else if (quoted === undefined) steps.push(property(name ?? ''));
    else {
      const unquoted = unquote(quoted);
      if (unquoted === undefined) return undefined;
      steps.push(property(unquoted));
    }
  }
  return steps;
}

function unquote(quoted: string): string | undefined {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return undefined;
  }
}
