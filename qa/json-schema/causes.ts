/** Why the API server refuses an object, as `shared/validation` has it. */
export interface Cause {
  readonly reason: string;
  readonly field: string;
  readonly message: string;
}

const reasons: ReadonlySet<string> = new Set([
  'FieldValueTypeInvalid',
  'FieldValueNotSupported',
  'FieldValueTooLong',
  'FieldValueTooMany',
]);

/** What the API server says of a value that its schema refuses; rules in CEL have messages of their own. */
const messages: readonly RegExp[] = [
  / in body should (be at least|be at most|match|be less than|be greater than|have at least|be a multiple) ?/,
  /must validate (at least one schema|one and only one schema|all the schemas) \((anyOf|oneOf|allOf)\)/,
  /must not validate the schema \(not\)/,
  /^Required value$/,
];

/**
 * Whether the structure of an object decides that it is refused: types, required and unknown fields, enums, limits,
 * patterns, formats and their combinations. It does not decide rules in CEL, names and other metadata, duplicates in
 * lists with keys, the scale subresource, nor what may not change. The status is not the user's to write.
 */
export function isStructural({ reason, field, message }: Cause): boolean {
  if (/^(metadata|status)([.[]|$)/.test(field)) return false;
  return reasons.has(reason) || messages.some((pattern) => pattern.test(message));
}

/** Whether the object could not even be read: of an unknown field, or of a wrong type in its metadata. */
export function isUnreadable(error: string): boolean {
  return /unknown field "(?!metadata|status)/.test(error);
}
