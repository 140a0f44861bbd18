import type { DownloadOptions } from '../../catalog/open.ts';
import type { Target } from '../../generate/request.ts';
import type { ClusterOptions } from '../cluster-source.ts';

/** The options of `couplet generate`, as its command line gives them. */
export interface GenerateOptions extends DownloadOptions, ClusterOptions {
  readonly from: readonly string[];
  readonly config?: string | undefined;
  /** Absent for what a configuration says, or for the default. */
  readonly target?: ReadonlySet<Target> | undefined;
  readonly out: string;
  readonly prefix?: RegExp | undefined;
  readonly featureSet?: string | undefined;
  readonly package: string;
  readonly name?: string | undefined;
  readonly repository?: string | undefined;
  readonly description?: string | undefined;
  readonly slim?: true | undefined;
  readonly plainHelp?: true | undefined;
  readonly docUtil?: true | undefined;
  readonly patches?: string | undefined;
  readonly extensions?: string | undefined;
  readonly dryRun?: true | undefined;
  readonly json?: true | undefined;
}
