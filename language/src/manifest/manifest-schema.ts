import type { RecordType } from '../model/types.ts';

/** What typing a manifest needs to know of the policies; a checked program is one. */
export interface ManifestSchema {
  readonly vocabularies: readonly { readonly name: string; readonly version: string; readonly major: number }[];
  /** The records that a manifest can be, of every vocabulary. */
  readonly manifestRecords: readonly RecordType[];
  readonly purposes: SchemaPurposes;
}

/** The purposes that a manifest may name. */
export interface SchemaPurposes {
  /** By `pack/name`. */
  readonly purposes: ReadonlyMap<string, SchemaPurpose>;
}

/** A declared purpose, as far as naming it goes. */
export interface SchemaPurpose {
  /** `pack/name`. */
  readonly id: string;
  readonly pack: string;
  readonly name: string;
  /** True where it accepts cases. */
  readonly open: boolean;
  readonly was: readonly string[];
}
