/** The way from the root to a value, from its end: a link for each object, written out only for an error. */
export interface Path {
  readonly parent: Path | undefined;
  readonly key: string | number;
  readonly depth: number;
}

/** Deeper than any manifest, and far from where a browser's stack overflows. */
const depthLimit = 1000;

/** The path of a value inside of another. Throws where there is no end, as in an object that contains itself. */
export function below(parent: Path | undefined, key: string | number): Path {
  const path = { parent, key, depth: parent === undefined ? 1 : parent.depth + 1 };
  if (path.depth > depthLimit) {
    throw errorAt(path, `nested more than ${depthLimit} levels deep, or contains itself`);
  }
  return path;
}

/** An error that says where it happened: `spec.tls: cannot add an object to a string`. */
export function errorAt(path: Path | undefined, problem: string): Error {
  return new Error(path === undefined ? problem : `${formatPath(path)}: ${problem}`);
}

function formatPath(path: Path): string {
  const keys: (string | number)[] = [];
  for (let at: Path | undefined = path; at !== undefined; at = at.parent) keys.unshift(at.key);
  const shown = keys.slice(0, 20).map(formatKey).join('').replace(/^\./, '');
  return keys.length > 20 ? `${shown}…` : shown;
}

function formatKey(key: string | number): string {
  if (typeof key === 'number') return `[${key}]`;
  if (/^[A-Za-z_$][\w$-]*$/.test(key)) return `.${key}`;
  return `[${JSON.stringify(key.length > 80 ? `${key.slice(0, 77)}…` : key)}]`;
}
