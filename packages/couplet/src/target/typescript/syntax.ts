/** A text as a string of JavaScript. */
export function quote(text: string): string {
  // Line separators may stand in strings since ES2019; not every tool knows.
  const json = JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  if (text.includes("'")) return json;
  return `'${json.slice(1, -1).replaceAll('\\"', '"')}'`;
}

const identifier = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** The name of a property: bare where it can be, reserved words included, quoted otherwise. */
export function propertyName(name: string): string {
  return identifier.test(name) ? name : quote(name);
}
