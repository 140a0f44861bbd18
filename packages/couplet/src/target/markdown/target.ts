import type { FlagOption } from '../option.ts';
import { isGiven } from '../option.ts';
import type { Target } from '../target.ts';

const plainHelpOption: FlagOption = {
  kind: 'flag',
  name: 'plain-help',
  description: 'show descriptions in the pages as they are, not quoted',
};

/** The pages of the library. */
export const markdownTarget: Target = {
  name: 'markdown',
  summary: 'pages for the library in Jsonnet',
  folders: ['docs'],
  options: [plainHelpOption],
  emit: async ({ library, naming, options }) => {
    const { emitMarkdown } = await import('./markdown.ts');
    const helpStyle = isGiven(plainHelpOption, options) ? 'plain' : 'quoted';
    return emitMarkdown(library, { ...naming, helpStyle });
  },
};
