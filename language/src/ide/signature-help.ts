import type { IToken } from 'chevrotain';
import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Spelling } from '../syntax/ast.ts';
import { type ExpectedToken, expectedAfter } from '../syntax/expected-at.ts';
import { spelled } from '../syntax/keywords.ts';
import { cursorAt } from './support/completion/cursor.ts';
import { type Form, type FormPart, forms } from './support/signature/forms.ts';
import type { Snapshot } from './support/snapshot.ts';

/** A form that is being filled in. */
export interface Signature {
  /** The whole form in the spelling of the file, with what is filled in in capitals. */
  readonly label: string;
  /** What is filled in, by its place in the label. */
  readonly parameters: readonly {
    readonly start: number;
    readonly end: number;
    readonly about: Localized | undefined;
  }[];
  /** The parameter at the cursor; undefined where it is at none of them. */
  readonly active: number | undefined;
}

/**
 * The forms that the cursor is in that take several things, such as `for each`, `every`, `limit` or `except`: those of the
 * one that begins last. Empty elsewhere, and in texts and comments.
 */
export function signaturesAt(snapshot: Snapshot, path: string, offset: number): readonly Signature[] {
  const file = snapshot.files.get(path);
  if (file?.syntax !== 'waarborg') return [];
  const cursor = cursorAt(file.source, offset);
  if (cursor === undefined || cursor.kind === 'tests') return [];
  const { kind, tokens, withHead, spelling } = cursor;
  const expected = expectedAfter(kind, tokens, withHead);
  const begun = forms.flatMap((form) => startedAt(form, tokens, expected) ?? []);
  const last = Math.max(-1, ...begun.map(({ at }) => at));
  return begun.filter(({ at }) => at === last).map((each) => signature(each, tokens, spelling));
}

interface Started {
  readonly form: Form;
  /** The index of the token by which it begins. */
  readonly at: number;
}

/** Where a form begins that is not at its end yet, as the grammar tells; undefined where there is none. */
function startedAt(form: Form, tokens: readonly IToken[], expected: readonly ExpectedToken[]): Started | undefined {
  if (!expected.some(({ rules }) => rules.includes(form.rule))) return undefined;
  const [{ word }] = form.parts;
  const at = tokens.findLastIndex(({ tokenType }) => tokenType.name === word);
  if (at === -1) return undefined;
  // Of two forms with the same beginning it is the one whose own word is there.
  const others = forms.filter((other) => other !== form && other.rule === form.rule && other.parts[0].word === word);
  const has = ({ parts }: Form): boolean =>
    parts.slice(1).some((each) => !each.optional && isAmong(each, tokens.slice(at)));
  return others.some(has) && !has(form) ? undefined : { form, at };
}

function isAmong({ word }: FormPart, tokens: readonly IToken[]): boolean {
  return tokens.some(({ tokenType }) => tokenType.name === word);
}

function signature({ form, at }: Started, tokens: readonly IToken[], spelling: Spelling): Signature {
  const since = tokens.slice(at);
  const parameters: { start: number; end: number; about: Localized | undefined }[] = [];
  let label = '';
  let active: number | undefined;
  for (const part of form.parts) {
    const { word, hole, about, optional } = part;
    const written = word === 'Colon' ? ':' : word === 'Equals' ? '=' : spelled(word, spelling);
    const before = label === '' ? '' : word === 'Colon' ? '' : ' ';
    label += `${before}${optional ? '[' : ''}${written}${hole === undefined ? '' : ' '}`;
    if (isAmong(part, since)) active = hole === undefined ? undefined : parameters.length;
    if (hole !== undefined) {
      parameters.push({ start: label.length, end: label.length + hole[spelling].length, about });
      label += hole[spelling];
    }
    if (optional) label += ']';
  }
  return { label, parameters, active };
}
