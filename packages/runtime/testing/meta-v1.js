import { definition } from '../src/index.ts';
import { table as t0 } from './tea-v1.js';

export const table = {
  imports: [() => t0],
  rows: {
    ObjectMeta: 'annotations+ finalizers* labels+ name namespace',
    // The tea's module imports this one, and this one the tea's: each asks for the other on first use only.
    Sommelier: 'favourite>0:Leaf metadata>ObjectMeta',
  },
};

export const sommelier = /*#__PURE__*/ definition(table, 'Sommelier');
