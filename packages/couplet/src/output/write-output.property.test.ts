import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Files } from '../testing/output-folder.ts';
import { contentsOf, put, temporaryFolder, write } from '../testing/output-folder.ts';

// Few names and texts, so that runs meet each other's files, files of the user, and directories in place of files.
const name = fc.constantFrom('a', 'b', 'A', 'c');
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
const text = fc.constantFrom('1', '2');
const owner = fc.constantFrom('4.5', '5.1');
const files = fc.dictionary(path, text, { maxKeys: 6 });

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('run' as const), owner, files }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('put' as const), path, text }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), path }) },
);

/** What Couplet has written and nobody touched since: the owner's files with their texts, by owner. */
type Written = Map<string, Files>;

test('whatever runs and users do, a run does all of its work or nothing, and keeps what is not its own', () => {
  let succeeded = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const folder = temporaryFolder();
      const written: Written = new Map();
      for (const action of steps) {
        if (action.kind === 'run') {
          if (checkRun(folder, action.owner, action.files, written)) succeeded++;
          else refused++;
        } else changeAsUser(folder, action);
      }
      rmSync(folder, { recursive: true });
    }),
    { numRuns: 150 },
  );
  // The property says nothing where all runs end in one way.
  expect(Math.min(succeeded, refused)).toBeGreaterThan(20);
});

function changeAsUser(
  folder: string,
  action: { kind: 'put'; path: string; text: string } | { kind: 'remove'; path: string },
): void {
  try {
    if (action.kind === 'put') put(folder, { [action.path]: action.text });
    else rmSync(join(folder, action.path), { recursive: true, force: true });
  } catch (error) {
    // A file where the path needs a directory, or a directory in the file's place: the user gives up.
    expect(error).toHaveProperty('code', expect.stringMatching(/^E(?:NOTDIR|EXIST|ISDIR)$/));
  }
}

/** Runs, and compares with what the rules say; true where the run was not refused. */
function checkRun(folder: string, label: string, request: Files, written: Written): boolean {
  const before = contentsOf(folder);
  const own = written.get(label) ?? {};
  const { changes, problems } = write(folder, request, { owner: label });
  const after = contentsOf(folder);
  if (changes === undefined) {
    expect(problems.length).toBeGreaterThan(0);
    expect(after).toEqual(before);
    return false;
  }
  const others = new Set(
    [...written].flatMap(([other, theirs]) => (other === label ? [] : Object.keys(theirs))),
  );
  const goes = Object.keys(own).filter(
    (each) => !(each in request) && !others.has(each) && before[each] === own[each],
  );
  const expected = { ...before, ...request };
  for (const each of goes) delete expected[each];
  expect(withoutEmptyDirectories(after)).toEqual(withoutEmptyDirectories(expected));
  expectDirectories(before, after);
  expectNoEditOverwritten(before, request, written);
  expect(changes.removed).toEqual(goes.sort());
  expect(changes.created.concat(changes.changed, changes.unchanged).sort()).toEqual(
    Object.keys(request).sort(),
  );
  written.set(label, request);
  for (const [other, theirs] of written) {
    const shared = Object.keys(theirs).filter((each) => each in request);
    const news = shared.map((each) => [each, request[each] ?? '']);
    written.set(other, { ...theirs, ...Object.fromEntries(news) });
  }
  return true;
}

/** What was overwritten with another text is as some owner wrote it. */
function expectNoEditOverwritten(before: Files, request: Files, written: Written): void {
  for (const [each, next] of Object.entries(request)) {
    const present = before[each];
    if (present === undefined || present === next) continue;
    expect([...written.values()].map((theirs) => theirs[each])).toContain(present);
  }
}

/** Empty directories stay, unless files come into them; and no directory is left that became empty. */
function expectDirectories(before: Files, after: Files): void {
  const stay = Object.keys(before).filter((each) => each.endsWith('/'));
  const left = Object.keys(after).filter((each) => each.endsWith('/'));
  expect(stay).toEqual(expect.arrayContaining(left));
  for (const directory of stay) {
    expect(Object.keys(after).some((each) => each.startsWith(directory))).toBe(true);
  }
}

function withoutEmptyDirectories(contents: Files): Files {
  return Object.fromEntries(Object.entries(contents).filter(([each]) => !each.endsWith('/')));
}
