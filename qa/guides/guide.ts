import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Project } from '../examples/project.ts';
import type { Block } from '../support/markdown-blocks.ts';
import { blocksOf } from '../support/markdown-blocks.ts';

const root = join(import.meta.dirname, '..', '..');

/** A command of a guide, how it ends, and what the guide shows that it prints. */
export interface Step {
  readonly command: string;
  readonly status: number;
  readonly shown: Block | undefined;
}

/** What a block of a guide shows: a file, as the comment in its first line says, or what a command prints. */
const fileComment = /^(?:\/\/|#) (\S+\.\w+)\n/;

/** A guide of `docs/`, and a user's project in which its commands are run one after the other. */
export class Guide {
  readonly text: string;
  readonly steps: readonly Step[];
  readonly project: Project = new Project();

  constructor(name: string) {
    this.text = readFileSync(join(root, 'docs', name), 'utf8');
    const blocks = blocksOf(this.text);
    this.steps = blocks.flatMap(({ language, text }, index) => {
      if (language !== 'bash') return [];
      const lines = text.trim().split('\n');
      const next = blocks[index + 1];
      return lines.map((line, position) => ({
        command: line.replace(/\s+#\s.*$/, ''),
        status: Number(/\bends with (\d)$/.exec(line)?.[1] ?? 0),
        shown: position === lines.length - 1 && isOutput(next) ? next : undefined,
      }));
    });
    this.#writeFiles(blocks);
  }

  /** Without internet, what is downloaded comes from a folder; what is in the cache or another mirror does not. */
  useMirror(mirror: string): void {
    const couplet = join(root, 'packages', 'couplet', 'bin', 'couplet.js');
    const script = `#!/bin/sh
shift
case "$*" in
  *--mirror*|*--frozen*) ;;
  generate*|diff*|'sources update'*) set -- "$@" --mirror '${mirror}' ;;
esac
export XDG_CACHE_HOME='${join(this.project.folder, 'downloads')}'
exec '${process.execPath}' '${couplet}' "$@"
`;
    this.project.write('node_modules/.bin/npx', script, 0o755);
  }

  /** Takes a file that the guide shows out of the project, for a later step. Gives its text. */
  takeFile(name: string): string {
    const path = join(this.project.folder, name);
    const text = readFileSync(path, 'utf8');
    rmSync(path);
    return text;
  }

  #writeFiles(blocks: readonly Block[]): void {
    for (const { text } of blocks) {
      const name = fileComment.exec(text)?.[1];
      if (name !== undefined) this.project.write(name, text);
    }
  }
}

/** What follows a command and is no file is what it prints. */
function isOutput(block: Block | undefined): boolean {
  const isPrinted = ['text', 'json', 'yaml'].includes(block?.language ?? '');
  return isPrinted && !fileComment.test(block?.text ?? '');
}
