import type { Definition } from '../../api/definition.ts';
import { isOpenShiftName } from '../../api/openshift-names.ts';

/**
 * Marks what is not OpenShift's own in a description of OpenShift: it repeats the parts of Kubernetes that its
 * kinds refer to, of whichever release it was built with.
 */
export function markBorrowed(definitions: readonly Definition[]): readonly Definition[] {
  if (!definitions.some(({ name }) => isOpenShiftName(name))) return definitions;
  return definitions.map((definition) =>
    isOpenShiftName(definition.name)
      ? definition
      : { ...definition, origin: { ...definition.origin, isBorrowed: true } },
  );
}
