import type { Language } from '../diagnostic/diagnostic.ts';
import { type Pack, packsInReach } from '../model/model.ts';
import type { Citation, SourceDeclaration, Text } from '../syntax/ast.ts';
import { wordsAt } from '../syntax/words-at.ts';
import type { Finding, LintRule } from './support/lint-rule.ts';
import { isQuotedFrom } from './support/quoted-from.ts';
import { isTagged } from './support/quoted-values.ts';
import { citationsIn } from './support/used-names.ts';

/**
 * Words that are quoted from a place of which the source carries the text, and that do not stand there. A report prints
 * them as the words of the source. A place that the source does not carry is left alone.
 */
export const quotationNotInSource: LintRule = {
  name: 'quotation-not-in-source',
  title: { en: 'Quoted words do not stand in their source', nl: 'Aangehaalde woorden staan niet in hun bron' },
  find: ({ model }) => model.packs.flatMap((pack) => citationsIn(pack).flatMap((citation) => findings(citation, pack))),
};

const languages: readonly Language[] = ['nl', 'en'];

function findings({ source, at, quoting }: Citation, pack: Pack): readonly Finding[] {
  if (quoting === undefined) return [];
  const declared = packsInReach(pack).flatMap(({ sources }) => sources.get(source.text) ?? [])[0];
  const passages = declared?.passages.filter((passage) => passage.at === at) ?? [];
  const isMissing = languages.some((language) => {
    const quoted = quoting[language];
    const carried = passages.flatMap(({ text }) => textsFor(quoting, language, text));
    return quoted !== undefined && carried.length > 0 && !carried.some((text) => isQuotedFrom(quoted, text));
  });
  return isMissing ? [finding(quoting, source.text, passages)] : [];
}

/** The texts of a passage that a quotation may be from: of its own language, where both say which they are in. */
function textsFor(quoting: Text, language: Language, passage: Text): readonly string[] {
  const isAnyLanguage = !isTagged(quoting) || !isTagged(passage);
  return languages.flatMap((each) => (isAnyLanguage || each === language ? (passage[each] ?? []) : []));
}

function finding(quoting: Text, name: string, passages: SourceDeclaration['passages']): Finding {
  const at = passages[0]?.at;
  const says = passages.map(({ span }) => wordsAt(span)('Says'))[0];
  return {
    span: quoting.span,
    message: {
      en: `These words do not stand in "${at}" of \`${name}\``,
      nl: `Deze woorden staan niet in "${at}" van \`${name}\``,
    },
    help: {
      en: `Quote word for word what stands after \`${says}\`; \`…\` stands for what is left out.`,
      nl: `Haal woord voor woord aan wat achter \`${says}\` staat; \`…\` staat voor wat is weggelaten.`,
    },
    related: passages.map(({ span }) => ({
      span,
      message: { en: 'the text of that place', nl: 'de tekst van die plaats' },
    })),
  };
}
