/** The names of a library, for its own documentation. */
export interface LibraryNaming {
  /** The name of the library's folder and the first part of its pages' addresses: `4.20`. */
  readonly label: string;
  /** The name by which programs call the library: `o`. */
  readonly localName: string;
  /** The place where the library is published: `github.com/jsonnet-libs/openshift-libsonnet`. */
  readonly repository: string;
  readonly description: string;
}
