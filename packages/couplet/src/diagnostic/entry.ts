/** How bad a problem is. Only an error makes a run fail; a note is for information. */
export type Severity = 'error' | 'warning' | 'note';

/** One kind of problem: what it is called stands in the registry, how it is worded here. */
export interface Entry<Parameters> {
  readonly severity: Severity;
  /** What is wrong, one sentence without a full stop. */
  readonly message: (parameters: Parameters) => string;
  /** What the user can do about it, one sentence. */
  readonly advice: string;
}

/** A set of entries, by code. */
export type Entries<ParametersByCode> = {
  readonly [Code in keyof ParametersByCode]: Entry<ParametersByCode[Code]>;
};

/** Text of an input inside a message: quoted, on one line, at most 80 characters. */
export function shorten(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}…` : text);
}
