import { buildProgram, type CheckedProgram } from '../../../check/build-program.ts';
import type { TextEdit } from '../../../diagnostic/diagnostic.ts';
import type { Pack } from '../../../model/model.ts';
import { packsInReach } from '../../../model/model.ts';
import { type Span, sourceText } from '../../../source/source.ts';
import type { PackFile, Use } from '../../../syntax/ast.ts';
import { parsePolicy } from '../../../syntax/parse.ts';
import type { RootProgram } from '../program.ts';
import type { Occurrence } from '../symbol.ts';

/**
 * Puts the packs and vocabularies that a file uses in order: each once, vocabularies first and then by name, without packs
 * of which nothing is named and that bring no rule or purpose. As they stand where another order would mean something else.
 */
export function organizeUses(
  file: PackFile,
  pack: Pack,
  program: RootProgram,
  names: readonly Occurrence[],
): readonly TextEdit[] {
  const uses = file.header.filter((item) => item.kind === 'use');
  const block = blockOf(uses);
  const [first] = uses;
  if (
    block === undefined ||
    first === undefined ||
    program.checked.diagnostics.some(({ severity }) => severity === 'error')
  )
    return [];
  const needed = uses.filter((use, index) => !isRepeated(use, uses.slice(0, index)) && !isIdle(use, pack, names));
  const { text } = file.span.source;
  const written = (use: Use): string => text.slice(use.span.start, endOfLine(use));
  const inOrder = needed.toSorted((a, b) => rank(a, pack) - rank(b, pack) || compare(a.name.text, b.name.text));
  for (const kept of [inOrder, needed]) {
    const edit = { span: block, text: kept.map(written).join(gapOf(uses)) };
    if (edit.text !== text.slice(block.start, block.end) && meansTheSame(edit, program)) return [edit];
  }
  return [];
}

/** The stretch that the uses take up; undefined where something else stands between them. */
function blockOf(uses: readonly Use[]): Span | undefined {
  const [first, last] = [uses[0], uses.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const { text } = first.span.source;
  const apart = uses.slice(1).every((use, index) => {
    const before = uses[index];
    return before !== undefined && /^\s*$/.test(text.slice(endOfLine(before), use.span.start));
  });
  return apart ? { ...first.span, end: endOfLine(last) } : undefined;
}

/** The end of a use, with a comment behind it on its line. */
function endOfLine({ span }: Use): number {
  return span.end + (/^[^\S\r\n]*\/\/[^\r\n]*/.exec(span.source.text.slice(span.end))?.[0].length ?? 0);
}

function gapOf([first, second]: readonly Use[]): string {
  return first === undefined || second === undefined
    ? ''
    : first.span.source.text.slice(endOfLine(first), second.span.start);
}

function isRepeated(use: Use, before: readonly Use[]): boolean {
  return before.some(
    ({ name, major, alias }) => name.text === use.name.text && major === use.major && alias?.text === use.alias?.text,
  );
}

/** Whether nothing would be missed: a vocabulary, a rule or a purpose is there for manifests too. */
function isIdle(use: Use, pack: Pack, names: readonly Occurrence[]): boolean {
  const used = pack.uses.get(use.name.text);
  if (used === undefined) return false;
  const reached = packsInReach(used);
  if (
    reached.some(
      ({ rules, purposes, cuts, compatibles }) => rules.size + purposes.size + cuts.length + compatibles.length > 0,
    )
  )
    return false;
  const sources = new Set(reached.flatMap(({ files }) => files.map(({ span }) => span.source)));
  const alias = use.alias?.span.start;
  return !names.some(
    ({ symbol, span }) =>
      span.start !== use.name.span.start &&
      (sources.has(symbol.span.source) || symbol.span.start === alias) &&
      span.start !== alias,
  );
}

function rank(use: Use, pack: Pack): number {
  const index = pack.vocabularies.findIndex(({ name }) => name === use.name.text);
  return index === -1 ? pack.vocabularies.length : index;
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Whether the program with an edit in one of its files is the same, but for what is used. */
function meansTheSame({ span, text }: TextEdit, { own, used, checked }: RootProgram): boolean {
  const { source, start, end } = span;
  const changed = parsePolicy(
    sourceText(source.name, `${source.text.slice(0, start)}${text}${source.text.slice(end)}`),
  );
  const files = [...own, ...used].map((each) => (each.source === source ? changed : each));
  return meaningOf(buildProgram(files)) === meaningOf(checked);
}

const outward: ReadonlySet<string> = new Set(['span', 'source', 'files', 'uses', 'origin', 'nameSpan', 'start', 'end']);

function meaningOf({ program, diagnostics }: CheckedProgram): string {
  const errors = diagnostics.map(({ code }) => code);
  const seen = new Map<object, number>();
  return JSON.stringify({ program, errors }, (key, value: unknown) => {
    if (outward.has(key)) return undefined;
    if (typeof value === 'bigint') return `${value}`;
    const plain = value instanceof Map ? [...value.entries()] : value instanceof Set ? [...value] : value;
    if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) return plain;
    const known = seen.get(plain);
    if (known !== undefined) return `#${known}`;
    seen.set(plain, seen.size);
    return plain;
  });
}
