import type { Diagnostic, Fix, Localized } from '../diagnostic/diagnostic.ts';
import { convertSource } from '../format/format.ts';
import { applyFixes } from '../lint/apply-fixes.ts';
import { spanOf } from '../source/source.ts';
import type { Offer, Selection, WorkspaceChange } from './support/actions/action.ts';
import { extractDefine } from './support/actions/extract-define.ts';
import { missingTest } from './support/actions/missing-test.ts';
import { numberToParameter } from './support/actions/number-to-parameter.ts';
import { organizeUses } from './support/actions/organize-uses.ts';
import { safeFixes } from './support/actions/safe-fixes.ts';
import { namesIn } from './support/name-index.ts';
import { policyOf, readFileOf } from './support/parsed.ts';
import { programOf } from './support/program.ts';
import type { Snapshot } from './support/snapshot.ts';

/** Something that can be done at a place. */
export interface CodeAction<D extends Diagnostic = Diagnostic> {
  /** The same for the same thing at the same place, to ask for what it changes. */
  readonly id: string;
  readonly kind: 'fix' | 'extract' | 'rewrite' | 'fix-all' | 'organize';
  readonly title: Localized;
  /** What it repairs; undefined where it repairs nothing. */
  readonly diagnostic: D | undefined;
  /** Whether it is what one would do: the first repair of a diagnostic. */
  readonly preferred: boolean;
  /** What it changes; undefined where that takes time, so that it is asked for apart. */
  readonly change: WorkspaceChange | undefined;
}

/**
 * What can be done about a selection of a file: the repairs of its diagnostics, which are given, what can be made of a
 * condition or a number, a test of a rule that has none, and what can be done with the file as a whole.
 */
export function codeActionsOf<D extends Diagnostic>(
  snapshot: Snapshot,
  path: string,
  selection: Selection,
  diagnostics: readonly D[],
): readonly CodeAction<D>[] {
  const file = snapshot.files.get(path);
  if (file?.syntax !== 'waarborg') return [];
  const near = diagnostics.filter(({ span }) => span.start <= selection.end && selection.start <= span.end);
  const fixes = near.flatMap((diagnostic) =>
    diagnostic.fixes.map((fix, index): CodeAction<D> => toFix(diagnostic, fix, index)),
  );
  const untested = near.find(({ code }) => code === 'untested-rule');
  const offers = offersAt(snapshot, path, selection).map(
    ({ kind, offer: { id, title } }): CodeAction<D> => ({
      id,
      kind: kind === 'test' ? (untested === undefined ? 'rewrite' : 'fix') : kind,
      title,
      diagnostic: kind === 'test' ? untested : undefined,
      preferred: kind === 'test' && untested !== undefined,
      change: undefined,
    }),
  );
  return [...fixes, ...offers, ...wholeFileActions(snapshot, path, diagnostics)];
}

/** What an action changes that was offered for a selection; undefined where it is not offered there, or cannot be done. */
export function codeActionChangeOf(
  snapshot: Snapshot,
  path: string,
  selection: Selection,
  id: string,
): WorkspaceChange | undefined {
  return offersAt(snapshot, path, selection)
    .find(({ offer }) => offer.id === id)
    ?.offer.change();
}

function toFix<D extends Diagnostic>(diagnostic: D, { title, edits }: Fix, index: number): CodeAction<D> {
  const id = `fix ${diagnostic.code} ${diagnostic.span.start} ${index}`;
  return { id, kind: 'fix', title, diagnostic, preferred: index === 0, change: { edits } };
}

interface KindOfOffer {
  readonly kind: 'extract' | 'rewrite' | 'organize' | 'test';
  readonly offer: Offer;
}

function offersAt(snapshot: Snapshot, path: string, selection: Selection): readonly KindOfOffer[] {
  const converted = conversion(snapshot, path).map((offer) => ({ kind: 'rewrite', offer }) as const);
  const file = policyOf(snapshot, path)?.file;
  if (file?.kind !== 'pack') return converted;
  const program = programOf(snapshot, path);
  const pack = program.checked.model.packs.find(({ name }) => name === file.name.text);
  if (pack === undefined) return converted;
  const tested = { file, pack, path, tests: program.tests, exists: (each: string) => snapshot.files.has(each) };
  const organize: Offer = {
    id: 'organize',
    title: { en: 'Organize what is used', nl: 'Orden wat wordt gebruikt' },
    change: () => {
      const edits = organizeUses(file, pack, program, namesIn(snapshot, path));
      return edits.length === 0 ? undefined : { edits };
    },
  };
  return [
    ...extractDefine(file, pack, selection).map((offer) => ({ kind: 'extract', offer }) as const),
    ...numberToParameter(file, pack, selection).map((offer) => ({ kind: 'extract', offer }) as const),
    ...missingTest(tested, selection).map((offer) => ({ kind: 'test', offer }) as const),
    ...converted,
    { kind: 'organize', offer: organize },
  ];
}

/** Writes a file without mistakes in the other spelling. */
function conversion(snapshot: Snapshot, path: string): readonly Offer[] {
  const read = readFileOf(snapshot, path);
  if (read === undefined || read.kind === 'manifests') return [];
  const { file, source, diagnostics } = read.parsed;
  if (file === undefined || file.kind === 'unknown' || diagnostics.length > 0) return [];
  const to = file.spelling === 'nl' ? 'en' : 'nl';
  const titles = {
    en: { en: 'Convert to the English spelling', nl: 'Zet om naar de Engelse spelling' },
    nl: { en: 'Convert to the Dutch spelling', nl: 'Zet om naar de Nederlandse spelling' },
  };
  const change = (): WorkspaceChange | undefined => {
    const { text, extent } = convertSource(source, to);
    return extent === 'whole' ? { edits: [{ span: spanOf(source, 0, source.text.length), text }] } : undefined;
  };
  return [{ id: `convert ${to}`, title: titles[to], change }];
}

/** Everything that can be repaired at once: what lint would have better, and slips of which the meaning is plain. */
function wholeFileActions<D extends Diagnostic>(
  snapshot: Snapshot,
  path: string,
  diagnostics: readonly D[],
): readonly CodeAction<D>[] {
  const source = snapshot.files.get(path)?.source;
  if (source === undefined) return [];
  const { applied } = applyFixes(source, safeFixes(diagnostics));
  if (applied.length === 0) return [];
  const title = { en: 'Fix all that can be fixed safely', nl: 'Herstel alles wat veilig te herstellen is' };
  const edits = applied.flatMap(({ fix }) => fix.edits);
  return [{ id: 'fix-all', kind: 'fix-all', title, diagnostic: undefined, preferred: false, change: { edits } }];
}
