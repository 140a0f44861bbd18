import type { Resolved } from '../../api/resolve.ts';
import type { ReferenceSchema, Schema } from '../../schema/schema.ts';

/** The way in which a schema is to be translated. */
export interface Translation {
  /** Tells whether titles and descriptions are left out. */
  readonly isSlim: boolean;
  /** Tells whether the schema is a CRD's own: the API server then checks exactly what it says, and fills in its defaults. */
  readonly isExact: boolean;
  /**
   * Tells whether values are checked. What a user writes into a status is not: the API server drops it, though it refuses
   * names that it does not know.
   */
  readonly isChecked: boolean;
  /** The schema of the status that is not checked. */
  readonly status?: Schema | undefined;
  /** Gives a reference to a definition, whose values are checked or not. */
  readonly referTo: (definition: string, isChecked: boolean) => string;
  /** Follows a reference to what it describes in the end. */
  readonly resolve: (reference: ReferenceSchema) => Resolved;
}
