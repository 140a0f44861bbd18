export { compose } from './compose.ts';
export { clusterKind, definition, kind, namelessKind } from './functions.ts';
export { isKind } from './guard.ts';
export type { OddToken, Row, Table } from './table.ts';
export type { OneOrMany, Part, Patch, RootOf } from './types.ts';
