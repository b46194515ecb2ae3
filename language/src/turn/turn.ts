import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Location, Outcome } from '../evaluate/result.ts';
import type { TextEdit } from './text-edits.ts';

/** The smallest changes of a manifest that turn the outcome of a rule for a subject. */
export interface Turns {
  readonly from: Outcome;
  /** The outcomes that were looked for. */
  readonly to: readonly Outcome[];
  /** One field each, or pairs where no single one does it; the most natural first. */
  readonly turns: readonly Turn[];
  /** How many changes were judged, of one field and of two. */
  readonly tried: { readonly single: number; readonly pairs: number };
  /** False where there were more changes to try than the bound allows. */
  readonly complete: boolean;
  /** Why nothing was looked for. */
  readonly refused: 'not-in-force' | 'claim' | undefined;
  /** True where fields were left alone in which somebody states what was agreed or explained. */
  readonly leftStatements: boolean;
}

/** A change that turns the outcome: proved by reading, typing and judging the changed text. */
export interface Turn {
  /** What the rule comes to for the subject in the changed manifest. */
  readonly outcome: Outcome;
  /** One, or two of which neither does it alone. */
  readonly fields: readonly FieldTurn[];
  /** The edits of the manifest's text that make the change, and no other. */
  readonly edits: readonly TextEdit[];
}

/** The change of one field. */
export interface FieldTurn {
  /** The field by its name: `datasets[incidents].updated_on`. */
  readonly label: string;
  /** Where it stands, or what is around it. */
  readonly location: Location;
  readonly action: 'set' | 'record' | 'remove' | 'add' | 'drop';
  readonly now: Localized;
  /** What it would be; for `add` and `drop` the item. */
  readonly to: Localized;
  /** Where every value that was tried within a range does, and none that was tried outside it. */
  readonly range: TurnRange | undefined;
  /** Other values that do it as well, each of them proved. */
  readonly others: readonly Localized[];
  /** True where it matters only that something be there. */
  readonly forInstance: boolean;
  /** The edits of the text that make this change alone. */
  readonly edits: readonly TextEdit[];
}

/** A range of values; an end that is no part of it itself is `open`. */
export interface TurnRange {
  readonly dates: boolean;
  readonly from: { readonly value: Localized; readonly open: boolean } | undefined;
  readonly to: { readonly value: Localized; readonly open: boolean } | undefined;
}
