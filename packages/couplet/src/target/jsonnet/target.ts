import type { OutputFile } from '../../text/output-file.ts';
import type { FlagOption } from '../option.ts';
import { isGiven, slimOption } from '../option.ts';
import type { Target, TargetSetting } from '../target.ts';
import { emitBundlerManifest } from './bundler.ts';
import { docUtil, needsDocUtil } from './doc-util.ts';

const docUtilOption: FlagOption = {
  kind: 'flag',
  name: 'doc-util',
  description: 'generate doc-util beside the library even if there is one',
};

/** The library in Jsonnet, in a folder that is called as its label, with what the user adds to it. */
export const jsonnetTarget: Target = {
  name: 'jsonnet',
  summary: 'the library in Jsonnet',
  folders: ['doc-util'],
  options: [slimOption, docUtilOption],
  fixedFiles,
  emit: async ({ library, naming, options, patches }) => {
    const { emitJsonnet } = await import('./jsonnet.ts');
    return emitJsonnet(library, { ...naming, isSlim: isGiven(slimOption, options), patches });
  },
};

function fixedFiles({
  naming,
  options,
  additions,
  existing,
}: TargetSetting): readonly OutputFile[] {
  const isSlim = isGiven(slimOption, options);
  const isWanted = isGiven(docUtilOption, options) || (!isSlim && needsDocUtil(existing));
  return [emitBundlerManifest(naming.label, isSlim), ...(isWanted ? [docUtil] : []), ...additions];
}
