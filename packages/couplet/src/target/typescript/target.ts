import type { TextOption } from '../option.ts';
import { textOf } from '../option.ts';
import type { Target } from '../target.ts';

const packageOption: TextOption = {
  kind: 'text',
  name: 'package',
  placeholder: 'name',
  description: 'the npm package of the TypeScript library',
  default: '@couplet/openshift',
  findFault: (text) => (isPackageName(text) ? undefined : packageNameRule),
};

const packageNameRule = 'A package has a name like tea-library or @example/tea.';

/** The library in TypeScript, an npm package that can have several labels. */
export const typeScriptTarget: Target = {
  name: 'typescript',
  summary: 'the library in TypeScript, an npm package',
  folders: ['typescript'],
  options: [packageOption],
  emit: async ({ types, naming, options, version }) => {
    const { emitTypeScript } = await import('./typescript.ts');
    return emitTypeScript(await types(), {
      label: naming.label,
      packageName: textOf(packageOption, options),
      packageVersion: version,
      // The runtime is of one release with the generator.
      runtimeRange: `^${version}`,
    });
  },
};

/** Whether npm takes a name for a package; those that only old packages may have do not count. */
function isPackageName(text: string): boolean {
  return /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(text);
}
