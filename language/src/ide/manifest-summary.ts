import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Outcome } from '../evaluate/result.ts';
import type { Span } from '../source/source.ts';
import { derivation } from './support/derive.ts';
import { headOf } from './support/manifests/head-of.ts';
import { type JudgedDocument, judgedOf } from './support/manifests/judged.ts';
import type { Snapshot } from './support/snapshot.ts';

/** What judging one document came to, for above it. */
export interface ManifestSummary {
  /** The first key of the document. */
  readonly span: Span;
  /** The number of the document in its file, from 0. */
  readonly document: number;
  /** How many results have each outcome; undefined where nothing was judged. */
  readonly counts: Readonly<Record<Outcome, number>> | undefined;
  readonly words: Localized;
}

const summariesOfFiles = derivation<readonly ManifestSummary[]>();

/** One summary for each document of a file of manifests; the very same list as long as nothing changes that it depends on. */
export function manifestSummariesOf(snapshot: Snapshot, path: string): readonly ManifestSummary[] {
  const judged = judgedOf(snapshot, path);
  return summariesOfFiles(snapshot.memory, path, [judged], () => judged.map(summaryOf));
}

function summaryOf({ document, judgings }: JudgedDocument): ManifestSummary {
  const base = { span: headOf(document), document: document.index };
  const judgements = judgings.flatMap(({ judgement }) => judgement ?? []);
  // Judged by all policies that speak of it, or not judged.
  if (judgements.length < judgings.length || judgements.length === 0) {
    return { ...base, counts: undefined, words: { en: 'Not judged', nl: 'Niet beoordeeld' } };
  }
  const counts: Record<Outcome, number> = { pass: 0, fail: 0, excepted: 0, unproven: 0, 'not-applicable': 0 };
  for (const { outcome } of judgements.flatMap(({ results }) => results)) counts[outcome] += 1;
  const errors = judgings.flatMap(({ typed }) => typed.diagnostics).length;
  return { ...base, counts, words: { en: wordsIn('en', counts, errors), nl: wordsIn('nl', counts, errors) } };
}

/** In the order in which a reader has to act. */
const outcomes = ['fail', 'unproven', 'excepted', 'pass'] as const;

const said = {
  fail: { en: 'does not meet', nl: 'voldoet niet', many: { en: 'do not meet', nl: 'voldoen niet' } },
  unproven: { en: 'not shown', nl: 'niet aangetoond', many: { en: 'not shown', nl: 'niet aangetoond' } },
  excepted: { en: 'excepted', nl: 'uitgezonderd', many: { en: 'excepted', nl: 'uitgezonderd' } },
  pass: { en: 'meets', nl: 'voldoet', many: { en: 'meet', nl: 'voldoen' } },
} as const;

function wordsIn(language: 'en' | 'nl', counts: Readonly<Record<Outcome, number>>, errors: number): string {
  const parts = outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => {
      const { many, ...one } = said[outcome];
      return `${counts[outcome]} ${(counts[outcome] === 1 ? one : many)[language]}`;
    });
  const none = language === 'en' ? 'No rule applies' : 'Geen regel van toepassing';
  const faults =
    language === 'en'
      ? `${errors} ${errors === 1 ? 'error' : 'errors'} in the manifest`
      : `${errors} ${errors === 1 ? 'fout' : 'fouten'} in het manifest`;
  return [...(errors === 0 ? [] : [faults]), ...(parts.length === 0 ? [none] : parts)].join(', ');
}
