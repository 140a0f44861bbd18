/**
 * Makes a value when it is first asked for, and again when it was garbage collected in between. Whoever asks
 * many times in one go shares one value, as the engine collects none that was used in the running job.
 *
 * @param first the value, if it is there already: as long as nobody needs its memory, it is not made again
 */
export function weakly<Value extends object>(make: () => Value, first?: Value): () => Value {
  let kept = first && new WeakRef(first);
  return () => {
    const known = kept?.deref();
    if (known !== undefined) return known;
    const made = make();
    kept = new WeakRef(made);
    return made;
  };
}
