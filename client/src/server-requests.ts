/**
 * What the server can do for this extension besides what the protocol has. Both sides write these down, since a client imports no
 * server; `test/editors` holds them together.
 */

/** `waarborg/status`, from the server: what everything is judged by, whenever that changes. */
export interface ServerStatus {
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Whether somebody set that date, so that it is not today. */
  readonly isSet: boolean;
  readonly packs: readonly { readonly name: string; readonly version: string; readonly own: boolean }[];
}

/** `waarborg/convertSpelling`: the other spelling of a file, and the edits that lead there. */
export interface ConvertedSpelling {
  readonly to: 'nl' | 'en';
  readonly newText: string;
}
