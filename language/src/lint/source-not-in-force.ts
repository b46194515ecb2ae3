import { type Pack, packsInReach } from '../model/model.ts';
import type { Citation, InForce, RuleDeclaration, SourceDeclaration } from '../syntax/ast.ts';
import { type Day, formatDate } from '../values/calendar.ts';
import type { Finding, LintRule } from './support/lint-rule.ts';
import { citationsOf } from './support/used-names.ts';

/** A rule that judges today by a source that does not apply today, or not yet. */
export const sourceNotInForce: LintRule = {
  name: 'source-not-in-force',
  title: { en: 'A cited source is not in force', nl: 'Een aangehaalde bron is niet van kracht' },
  find: ({ model, asOf }) =>
    model.packs.flatMap((pack) =>
      [...citationsInForce(pack, asOf)].flatMap((citation) => {
        const source = packsInReach(pack).flatMap(({ sources }) => sources.get(citation.source.text) ?? [])[0];
        return source === undefined ? [] : finding(citation, source, asOf);
      }),
    ),
};

/** The citations of a pack, without those of rules that say themselves that they are not in force. */
function citationsInForce({ rules, compatibles }: Pack, asOf: Day): readonly Citation[] {
  const inForce = [...rules.values()].filter((rule) => missed(datesOf(rule), asOf) === undefined);
  return [
    ...inForce.flatMap(({ clauses }) => clauses.flatMap(citationsOf)),
    ...compatibles.flatMap(({ cites }) => cites),
  ];
}

function datesOf({ clauses }: RuleDeclaration): readonly InForce[] {
  return clauses.filter((clause) => clause.kind === 'in-force');
}

/** The date by which something is not in force on a day, if any. */
function missed(dates: readonly InForce[], asOf: Day): InForce | undefined {
  return dates.find(({ edge, day }) => day !== undefined && (edge === 'from' ? asOf < day : asOf > day));
}

function finding({ span }: Citation, { name, inForce }: SourceDeclaration, asOf: Day): readonly Finding[] {
  const date = missed(inForce, asOf);
  if (date?.day === undefined) return [];
  const [day, on] = [formatDate(date.day), formatDate(asOf)];
  const message =
    date.edge === 'from'
      ? {
          en: `\`${name.text}\` applies from ${day}, and not yet on ${on}`,
          nl: `\`${name.text}\` geldt vanaf ${day}, en op ${on} nog niet`,
        }
      : {
          en: `\`${name.text}\` applied until ${day}, and no longer on ${on}`,
          nl: `\`${name.text}\` gold tot en met ${day}, en op ${on} niet meer`,
        };
  return [
    {
      span,
      message,
      help: {
        en: 'Cite what replaced it, or give the rule the dates of its own.',
        nl: 'Verwijs naar wat ervoor in de plaats kwam, of geef de regel eigen data.',
      },
      related: [{ span: date.span, message: { en: 'says its source', nl: 'zegt de bron' } }],
    },
  ];
}
