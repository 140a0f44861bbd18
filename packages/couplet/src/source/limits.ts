/**
 * The depth to which a document may be nested. Published CRDs stay under 30 levels. The `yaml` library aborts the
 * process between 600 and 1,000 levels (measured on Node 20), where no exception could be caught.
 */
export const maximumDepth: number = 300;

/**
 * The number of values that a document may have, with every YAML alias written out. OpenShift's whole API has 84,000;
 * a gigabyte of memory holds a few million.
 */
export const maximumValues: number = 3_000_000;

/**
 * The numbers of characters and of tokens that a YAML text may have. Published CRDs have one token in 13 characters.
 * The `yaml` library needs half a kilobyte for each token, a whole one for each error, and 60 bytes for each line
 * of a block of text.
 */
export const maximumYamlCharacters: number = 16 * 1024 * 1024;
export const maximumYamlTokens: number = 1_500_000;

/** The number of members that `<<` may add to the mappings of a YAML document. */
export const maximumMergedMembers: number = 200_000;

/**
 * The number of files, folders and links that the archives of a source may have. Published bundles have under 100, and
 * charts under 1,000 with all charts that they are made of.
 */
export const maximumEntries: number = 10_000;

/**
 * The depth to which archives may lie in each other. Charts are made of charts that are made of charts; more is not
 * seen.
 */
export const maximumArchiveDepth: number = 5;
