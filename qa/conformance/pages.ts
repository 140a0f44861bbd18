import type { OutputFile } from '../../packages/couplet/src/text/output-file.ts';
import type { Oracle } from './oracle/functions.ts';

/** What the pages of kinds show, a line for each: `route.v1.route.spec`, `route.v1.route.spec.withHost(host)`. */
export function linesOfPages(pages: readonly OutputFile[]): readonly string[] {
  return pages.flatMap(({ path, text }) => {
    const [, , ...place] = path.replace(/\.md$/, '').split('/');
    if (place.length < 3 || place.at(-1) === 'index') return [];
    const kind = place.join('.');
    const objects = [...text.matchAll(/^## obj (.+)$/gm)].map(([, name]) => `${kind}.${name}`);
    const calls = [...text.matchAll(/^### fn (.+)\n\n```ts\n(.+)\n```$/gm)].map(
      ([, name = '', call = '']) => `${kind}.${name.replace(/[^.]+$/, call)}`,
    );
    return [kind, ...objects, ...calls];
  });
}

/** The entries of the indexes at the top of the pages: there is one for each function and object below. */
export function countIndexEntries(pages: readonly OutputFile[]): number {
  return pages.reduce((sum, { text }) => {
    return sum + [...text.matchAll(/^ *\* \[`(?:fn|obj) /gm)].length;
  }, 0);
}

/** What the pages should show. */
export function wantedOnPages({ functions, namespaces }: Oracle): readonly string[] {
  return [
    ...namespaces.map((path) => path.join('.')),
    ...functions.map(({ path, argument = '' }) => `${path.join('.')}(${argument})`),
  ];
}
