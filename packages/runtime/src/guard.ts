/**
 * Makes a guard such as `isRoute(x)`, which tells a manifest of one kind by its apiVersion and kind. Of what else it
 * holds, the guard says nothing. A generated module declares it with the type that it tells.
 */
export function isKind(apiVersion: string, kind: string): (value: unknown) => boolean {
  return (value) =>
    typeof value === 'object' &&
    value !== null &&
    'apiVersion' in value &&
    value.apiVersion === apiVersion &&
    'kind' in value &&
    value.kind === kind;
}
