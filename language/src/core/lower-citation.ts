import { unknownSource } from '../diagnostic/rule-errors.ts';
import { packsInReach } from '../model/model.ts';
import { isHole, reportUnknown } from '../model/report.ts';
import { localizedText } from '../model/vocabulary.ts';
import type { Citation, SourceDeclaration } from '../syntax/ast.ts';
import { wordsAt } from '../syntax/words-at.ts';
import type { CoreCitation, CoreSource } from './core.ts';
import type { Scope } from './lowering.ts';

/** Citations with their sources; one whose source is not declared is left out, after saying so. */
export function lowerCitations(citations: readonly Citation[], scope: Scope): readonly CoreCitation[] {
  return citations.flatMap((citation) => {
    const source = citedSource(citation, scope);
    if (source === undefined) return reportUnknownSource(citation, scope);
    return [{ source: coreSource(source), at: citation.at, quoting: localizedText(citation.quoting) }];
  });
}

/** The source that a citation names, in the pack itself first. */
function citedSource(citation: Citation, scope: Scope): SourceDeclaration | undefined {
  for (const pack of packsInReach(scope.pack)) {
    const source = pack.sources.get(citation.source.text);
    if (source !== undefined) return source;
  }
  return undefined;
}

function reportUnknownSource({ source }: Citation, scope: Scope): [] {
  if (isHole(source)) return [];
  const known = packsInReach(scope.pack).flatMap((pack) => [...pack.sources.keys()]);
  const message = {
    en: `The source \`${source.text}\` is not declared`,
    nl: `De bron \`${source.text}\` is niet verklaard`,
  };
  const word = wordsAt(source.span);
  const help = { en: `Declare it with \`${word('Source')}\`.`, nl: `Verklaar haar met \`${word('Source')}\`.` };
  reportUnknown(scope.lowering.report, unknownSource, source, message, known, help);
  return [];
}

function coreSource(source: SourceDeclaration): CoreSource {
  return {
    name: source.name.text,
    title: localizedText(source.title) ?? { en: source.name.text, nl: source.name.text },
    address: source.address?.text,
    from: source.inForce.find((date) => date.edge === 'from')?.day,
    until: source.inForce.find((date) => date.edge === 'until')?.day,
  };
}
