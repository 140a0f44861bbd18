import { embeddedPath, sharedPath } from '../support/shared.ts';

const openApi420 = sharedPath('specs', 'openshift', 'openapi-4.20.json.gz');
const crds420 = sharedPath('specs', 'openshift', 'crds-4.20');

/** What libraries are generated from, by label: files and folders, which may be missing. */
export const inputs: readonly { readonly label: string; readonly paths: readonly string[] }[] = [
  { label: '4.5', paths: [embeddedPath] },
  { label: '4.20', paths: [openApi420] },
  { label: 'crds-4.20', paths: [crds420] },
  { label: '4.20-with-crds', paths: [openApi420, crds420] },
  { label: '5.1', paths: [sharedPath('specs', 'openshift', 'openapi-5.1.json.gz')] },
  {
    label: 'kubernetes-1.35',
    paths: [sharedPath('specs', 'kubernetes', 'openapi-1.35.json.gz')],
  },
];
