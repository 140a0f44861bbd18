import { crdsPath, kubernetesPath } from './release-mirror.ts';
import { embeddedPath, sharedPath } from './shared.ts';

/** A library that whole-library checks are made on. */
export interface TestedLibrary {
  readonly name: string;
  /** What it is called where a name has to be a folder's. */
  readonly label: string;
  /** The files and folders that it is generated from, as one library; they may be missing. */
  readonly paths: readonly string[];
}

/** Every release that Couplet is checked with: as Jsonnet, as pages and as TypeScript. */
export const libraries: readonly TestedLibrary[] = [
  { name: 'OpenShift 4.5', label: '4.5', paths: [embeddedPath] },
  { name: 'OpenShift 4.12', label: '4.12', paths: [openShift('4.12')] },
  { name: 'OpenShift 4.16', label: '4.16', paths: [openShift('4.16')] },
  { name: 'OpenShift 4.20', label: '4.20', paths: [openShift('4.20')] },
  {
    name: 'OpenShift 4.20 with its CRDs',
    label: '4.20-with-crds',
    paths: [openShift('4.20'), crdsPath],
  },
  { name: 'OpenShift 5.1', label: '5.1', paths: [openShift('5.1')] },
  { name: 'Kubernetes 1.30', label: 'kubernetes-1.30', paths: [kubernetesPath('1.30')] },
  { name: 'Kubernetes 1.33', label: 'kubernetes-1.33', paths: [kubernetesPath('1.33')] },
  { name: 'Kubernetes 1.35', label: 'kubernetes-1.35', paths: [kubernetesPath('1.35')] },
  { name: 'Kubernetes 1.36', label: 'kubernetes-1.36', paths: [kubernetesPath('1.36')] },
  {
    name: 'the CRDs of OpenShift 4.5',
    label: 'crds-4.5',
    paths: [sharedPath('specs', 'openshift', 'crds-4.5')],
  },
  { name: 'the CRDs of OpenShift 4.20', label: 'crds-4.20', paths: [crdsPath] },
];

function openShift(release: string): string {
  return sharedPath('specs', 'openshift', `openapi-${release}.json.gz`);
}
