/** A file of a library: its path below the output folder, with `/` between the parts, and its whole text. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}
