const documentEnding = /\.(?:json|ya?ml)$/;
const folderEnding = /\.(?:json|ya?ml)(?:\.gz)?$/;
const packedChart = /(?:^|\/)charts\/[^/]+\.(?:tgz|tar\.gz)$/;

/** Tells whether a file of a folder is read as documents, told by how its name ends. */
export function isDocumentFile(path: string): boolean {
  return folderEnding.test(path);
}

/** Tells whether a file lies where a Helm chart has the charts that it is made of, packed. */
export function isPackedChart(path: string): boolean {
  return packedChart.test(path);
}

/**
 * Tells whether a file of an archive is unpacked. Those that are packed once more are not, so that what an archive
 * unpacks to is what is counted; nor are those that only macOS has use for.
 */
export function isUnpacked(path: string): boolean {
  if (/(?:^|\/)(?:\._[^/]*$|__MACOSX\/)/.test(path)) return false;
  return documentEnding.test(path) || isPackedChart(path);
}
