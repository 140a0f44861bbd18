import { describe, expect, it } from 'vitest';
import { callsOf } from './failure.ts';

const files = new Set(['/home/me/my app/web.ts', '/home/me/my app/lib/route.ts']);

function calls(...lines: readonly string[]): readonly string[] {
  const found = callsOf({ kind: 'failed', thrown: 'Error', stack: lines.join('\n') }, files);
  return found.map(({ file, line, column }) => `${file}:${line}:${column}`);
}

describe('the calls that led to a failure', () => {
  it("are those through the user's files, innermost first", () => {
    expect(
      calls(
        'TypeError: no lid',
        '    at compose (file:///home/me/my%20app/node_modules/kettle/index.js:3:4)',
        '    at Object.lid [as brew] (/home/me/my app/lib/route.ts:6:9)',
        '    at async Promise.all (index 0)',
        '    at node:internal/process/task_queues:95:5',
        '    at file:///home/me/my%20app/web.ts:12:30',
        '    at async run (file:///tmp/couplet-render-abc/worker.mjs:1:2)',
      ),
    ).toEqual(['/home/me/my app/lib/route.ts:6:9', '/home/me/my app/web.ts:12:30']);
  });

  it('are an import that names what a package does not export', () => {
    expect(
      calls(
        '/home/me/my app/web.ts:4',
        '  nope,',
        '  ^^^^',
        "SyntaxError: The requested module 'kettle' does not provide an export named 'nope'",
        '    at ModuleJob._instantiate (node:internal/modules/esm/module_job:213:21)',
      ),
    ).toEqual(['/home/me/my app/web.ts:4:3']);
  });

  it('are no more than help', () => {
    expect(
      calls(...Array.from({ length: 50 }, () => ' at a (/home/me/my app/web.ts:1:2)')),
    ).toHaveLength(4);
  });

  it('are none where the stack is odd', () => {
    const odd = [
      '',
      'at',
      ' at (:1:2)',
      ' at file://host/x%zz:1:2',
      ` at ${'('.repeat(100_000)}`,
      '/home/me/my app/web.ts:4',
      'not a marker',
    ];
    expect(calls(...odd)).toEqual([]);
  });
});
