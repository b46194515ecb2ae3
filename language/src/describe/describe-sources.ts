import { type Pack, packsInReach } from '../model/model.ts';
import type { Citation, RuleDeclaration, SourceDeclaration } from '../syntax/ast.ts';
import type { CitedPassage, PassageDescription, SourceDescription } from './pack-description.ts';
import { nameAsText, notesIn, packText } from './pack-text.ts';

/** The sources that a pack declares, with the passages that it carries or names, and the rules that cite each. */
export function describeSources(pack: Pack): readonly SourceDescription[] {
  const cited = [...pack.rules.values()].flatMap((rule) =>
    citationsOfRule(rule).map((citation) => ({ citation, rule: `${pack.name}/${rule.name.text}` })),
  );
  const compatible = pack.compatibles.flatMap(({ cites }) => cites.map((citation) => ({ citation, rule: undefined })));
  return [...pack.sources.values()].map((source) => {
    const own = [...cited, ...compatible].filter(({ citation }) => citation.source.text === source.name.text);
    return { ...headOf(source), passages: passagesOf(source, own) };
  });
}

/** Every citation of a rule, those of its exceptions included. */
function citationsOfRule({ clauses }: RuleDeclaration): readonly Citation[] {
  return clauses.flatMap((clause) => {
    if (clause.kind === 'cites') return clause.citations;
    if (clause.kind !== 'except') return [];
    return clause.clauses.flatMap((item) => (item.kind === 'cites' ? item.citations : []));
  });
}

function headOf(source: SourceDeclaration): Omit<SourceDescription, 'passages'> {
  return {
    name: source.name.text,
    title: packText(source.title),
    address: source.address?.text,
    from: source.inForce.find(({ edge }) => edge === 'from')?.day,
    until: source.inForce.find(({ edge }) => edge === 'until')?.day,
    version: source.versionDay,
    givesNoNumbers: source.givesNoNumbers,
    notes: notesIn(source.notes),
  };
}

interface Cited {
  readonly citation: Citation;
  readonly rule: string | undefined;
}

/** First those that the pack carries, in its order, then those that are only named. */
function passagesOf({ passages }: SourceDeclaration, cited: readonly Cited[]): readonly PassageDescription[] {
  const carried = new Map(passages.map(({ at, text }) => [at, packText(text)]));
  const places = new Set([...carried.keys(), ...cited.map(({ citation }) => citation.at)]);
  return [...places].map((at) => {
    const rules = cited.filter(({ citation }) => citation.at === at).flatMap(({ rule }) => rule ?? []);
    return { at, text: carried.get(at), citedBy: [...new Set(rules)] };
  });
}

/** The places that something rests on, with the words that the pack has of each. */
export function describeCitations(citations: readonly Citation[], pack: Pack): readonly CitedPassage[] {
  return citations.map(({ source: name, at, quoting }) => {
    const source = packsInReach(pack)
      .map(({ sources }) => sources.get(name.text))
      .find((found) => found !== undefined);
    return {
      source: name.text,
      title: source === undefined ? nameAsText(name.text) : packText(source.title),
      at,
      quoting: packText(quoting),
      text: packText(source?.passages.find((passage) => passage.at === at)?.text),
      address: source?.address?.text,
    };
  });
}
