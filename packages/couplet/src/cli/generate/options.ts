import type { DownloadOptions } from '../../catalog/open.ts';
import type { TargetOptionValues } from '../../target/option.ts';
import type { Target } from '../../target/target.ts';
import type { ClusterOptions } from '../cluster-source.ts';

/** The options of `couplet generate`, as its command line gives them. */
export interface GenerateOptions extends DownloadOptions, ClusterOptions {
  readonly from: readonly string[];
  readonly config?: string | undefined;
  /** Absent for what a configuration says, or for the default. */
  readonly target?: readonly Target[] | undefined;
  readonly targetOptions: TargetOptionValues;
  readonly out: string;
  readonly prefix?: RegExp | undefined;
  readonly featureSet?: string | undefined;
  readonly name?: string | undefined;
  readonly repository?: string | undefined;
  readonly description?: string | undefined;
  readonly patches?: string | undefined;
  readonly extensions?: string | undefined;
  readonly dryRun?: true | undefined;
  readonly json?: true | undefined;
}
