// What a generated module looks like, for an invented API: one kind of each sort, and every sort of field and name.
import { clusterKind, definition, isKind, kind, namelessKind } from '../src/index.ts';
import { table as t0 } from './meta-v1.js';

export const table = {
  imports: [() => t0],
  rows: {
    Teapot: 'apiVersion! kind! metadata>0:ObjectMeta spec>TeapotSpec',
    TeapotSpec: [
      'additions*Addition blend>Leaf constructor>Leaf default import kettles* leaf>Leaf lid notes+ servings',
      ['CIDR', 'cidr', 'withCidr', ''],
      ['x-steep', 'x-steep', 'withX-Steep', '>Leaf'],
      ['$ref', '$ref', 'with$Ref', ''],
      ['__proto__', '__proto__', 'with__proto__', '>Leaf'],
      ['a > b: c*', 'a > b: c*', 'withA > B: C*', '+'],
    ],
    Addition: 'leaf>Leaf name tags*',
    Leaf: 'apiVersion! kind origin>Origin weight',
    Origin: 'country',
    Shelf: 'metadata>0:ObjectMeta',
    Tasting: 'apiVersion! kind! verdict',
  },
};

export const teapot = /*#__PURE__*/ kind(table, 'Teapot', 'tea.example.com/v1');
export const isTeapot = /*#__PURE__*/ isKind('tea.example.com/v1', 'Teapot');
export const leaf = /*#__PURE__*/ definition(table, 'Leaf');
export const shelf = /*#__PURE__*/ clusterKind(table, 'Shelf', 'tea.example.com/v1', 'ShelfBoard');
export const tasting = /*#__PURE__*/ namelessKind(table, 'Tasting', 'tea.example.com/v1');
