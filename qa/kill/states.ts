/** A library's files, as texts by path. */
export type Files = Readonly<Record<string, string>>;

/** Two states of a library of about 300 files: of each file both have the same, one has another text, or one has none. */
export const states: readonly [Files, Files] = [stateOf('first', 2), stateOf('second', 3)];

function stateOf(name: string, skip: number): Files {
  const files: Record<string, string> = {
    'jsonnetfile.json': name,
    'doc-util/main.libsonnet': '{}',
  };
  for (let index = 0; index < 450; index++) {
    if (index % 5 === skip) continue;
    const place = `4.5/${index % 2 === 0 ? '_gen' : 'docs'}/group${index % 20}/kind${index}`;
    const path = index % 3 === 0 ? `docs/${place}` : place;
    const text = index % 7 === 0 ? 'the same in both' : `of the ${name} state`;
    files[path] = `${text}, line ${index}\n`.repeat(200);
  }
  return files;
}
