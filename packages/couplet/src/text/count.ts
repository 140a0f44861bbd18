/** A number of things: `1 file`, `1,200 files`. */
export function count(number: number, noun: string): string {
  // Not toLocaleString: the first call of it loads a language, which takes as long as parsing the input.
  const digits = String(number).replaceAll(/(?<=\d)(?=(\d{3})+$)/g, ',');
  return `${digits} ${noun}${number === 1 ? '' : 's'}`;
}
