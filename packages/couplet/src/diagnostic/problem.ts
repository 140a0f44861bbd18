/** The severity of a problem. Only an error makes a run fail; a note is for information. */
export type Severity = 'error' | 'warning' | 'note';

/** The wording of one kind of problem. */
export interface ProblemText<Parameters> {
  readonly severity: Severity;
  /** Says what is wrong, in one sentence without a full stop. */
  readonly message: (parameters: Parameters) => string;
  /** Says what the user can do about it, in one sentence. */
  readonly advice: string;
}

/** One kind of problem that can be found in an input. Each layer declares its own, in its `problems.ts`. */
export interface Problem<Parameters> extends ProblemText<Parameters> {
  /** The name that programs have for it. */
  readonly code: string;
}

/** The problems of a layer, by code. */
export type Problems<ParametersByCode> = {
  readonly [Code in keyof ParametersByCode]: Problem<ParametersByCode[Code]>;
};

/**
 * The causes of a layer's problems, by code: when each is reported, and parameters for an example of its message. They are
 * for docs/problems.md, and stand in a module of their own that no command loads.
 */
export type ProblemCauses<ParametersByCode> = {
  readonly [Code in keyof ParametersByCode]: {
    readonly cause: string;
    readonly example: ParametersByCode[Code];
  };
};

/** Makes problems of their texts: each gets its code. */
export function defineProblems<ParametersByCode>(texts: {
  readonly [Code in keyof ParametersByCode & string]: ProblemText<ParametersByCode[Code]>;
}): Problems<ParametersByCode> {
  const problems: { [code: string]: unknown } = {};
  for (const [code, text] of Object.entries<object>(texts)) problems[code] = { ...text, code };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every entry is the one of its code, with the code added
  return problems as Problems<ParametersByCode>;
}

/** Text of an input inside a message: quoted, on one line, at most 80 characters. */
export function shorten(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}…` : text);
}
