// All benchmarks. Times of a machine mean little; the ratios are what to look at, and no test asserts them.
import { cpus } from 'node:os';
import { benchCustomResources } from './custom-resources.mjs';
import { benchDiff } from './diff.mjs';
import { benchEditor } from './editor.mjs';
import { benchGenerate } from './generate.mjs';
import { benchRender } from './render.mjs';
import { benchStore } from './store.mjs';
import { benchTypes } from './types.mjs';
import { benchTypeScript } from './typescript.mjs';

const [cpu] = cpus();
console.log(`Node ${process.version}, ${cpus().length} × ${cpu?.model ?? 'unknown processor'}`);
benchGenerate();
benchCustomResources();
benchDiff();
benchStore();
await benchTypeScript();
benchTypes();
benchEditor();
benchRender();
