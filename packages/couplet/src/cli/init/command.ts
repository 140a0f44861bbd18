import { writeFileSync } from 'node:fs';
import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { Command } from '@commander-js/extra-typings';
import { projectFileName } from '../../config/project.ts';
import { isErrorOf, isFileSystemError, reasonOf } from '../../files/file-system-error.ts';
import type { Streams } from '../streams.ts';
import { exitCodes } from '../streams.ts';

/** `couplet init`. */
export function initCommand(streams: Streams, exit: (code: number) => void): CommandUnknownOpts {
  return new Command('init')
    .description(`write a ${projectFileName} to begin with`)
    .action(() => exit(runInit(streams)));
}

/** Writes a project file into the current folder, and tells what to do with it. One that is there is left alone. */
function runInit({ stderr }: Streams): number {
  try {
    writeFileSync(projectFileName, projectFile, { flag: 'wx' });
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    const reason = isErrorOf(error, 'EEXIST') ? 'it is there already' : reasonOf(error);
    stderr.write(`${projectFileName} was not written: ${reason}\n`);
    return exitCodes.failed;
  }
  stderr.write(explanation);
  return exitCodes.done;
}

const explanation = `${projectFileName} says which libraries to generate. What to do now:
  couplet sources       see what else there is by name
  couplet generate      generate them, and lock their sources in couplet.lock
Commit couplet.yaml and couplet.lock; in CI, run couplet generate --frozen.
`;

/** The text that a project file begins as. Everything but one library is a comment. */
export const projectFile = `# yaml-language-server: $schema=./node_modules/couplet/schema/couplet.schema.json
#
# The libraries that "couplet generate" makes in this folder. Paths start from this file.
libraries:
  - # A name of the catalog ("couplet sources" lists them), a file, a folder or an address; several become one library.
    sources:
      - openshift@4.20
    # The folder of the library below lib/. Quote versions: 4.20 without quotes is the number 4.2.
    label: '4.20'
    # jsonnet, markdown (pages for the library), typescript and json-schema.
    targets: [jsonnet, markdown]

    # Only the definitions whose names match a regular expression:
    # prefix: '^com\\.github\\.openshift\\.api\\.'
    # OpenShift's feature set, Default if not said:
    # featureSet: TechPreviewNoUpgrade
    # A folder of .libsonnet files that are added to the library, and one that is copied beside it:
    # patches: patches/
    # extensions: extensions/
    # What programs call the library, where it is published, and what it is:
    # name: o
    # repository: github.com/example/openshift-libsonnet
    # description: Our library for OpenShift

# Names of your own, with the addresses of each version's documents:
# catalog:
#   tea-operator:
#     '1.2':
#       - https://example.com/tea-operator/v1.2/crds.yaml
`;
