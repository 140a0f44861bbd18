/** The credentials that prove to a cluster who asks. They are sent to the cluster, and neither printed nor stored. */
export interface Credentials {
  readonly token?: string | undefined;
  /** A certificate and its key, in PEM; both or none. */
  readonly certificate?: string | undefined;
  readonly key?: string | undefined;
}

/** The way in which a cluster is reached. */
export interface ClusterAccess extends Credentials {
  readonly server: URL;
  /** The certificates of its authority, in PEM; those that Node trusts if absent. */
  readonly authority?: string | undefined;
  /** The name that its certificate is for, if it is another than that of the server. */
  readonly serverName?: string | undefined;
  /** True where any certificate is good enough. */
  readonly isUnverified?: boolean;
  /** A proxy for this cluster, whatever the environment says. */
  readonly proxy?: string | undefined;
}

/** Tells whether a text can stand in a header: anything else would be refused with an error that shows it. */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}
