// Copies the page of all problems into the package: `--json` gives its address, which must lead somewhere without a network.
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

mkdirSync(join(root, 'docs'), { recursive: true });
copyFileSync(join(root, '..', '..', 'docs', 'problems.md'), join(root, 'docs', 'problems.md'));
