import { counted, levelWords, outcomeSigns, outcomeWords, phrases } from '../messages.ts';
import type { ManifestReport, ResultReport } from '../report.ts';
import { blank, type Line, paragraph, piece } from './lines.ts';
import { exceptedFindings, explainedFindings, groupBy, knownFindings, type Placed } from './rule-groups.ts';
import { citationText, parameterLines, parametersOf } from './text-rule.ts';
import { headed, ruleName, type TextStyle } from './text-style.ts';

/** What departs from a rule with an explanation, and how much each explanation covers. */
export function explainedLines(manifest: ManifestReport, style: TextStyle): readonly Line[] {
  const { language } = style;
  const groups = groupBy(explainedFindings(manifest), ({ result }) =>
    JSON.stringify([result.rule, result.explanation]),
  );
  const lines = [...groups.values()].flatMap((placed) => {
    const [first] = placed;
    const explanation = first?.result.explanation;
    if (first === undefined || !explanation) return [];
    const covers =
      language === 'en'
        ? `covers ${counted(placed.length, 'finding', 'en')}`
        : `dekt ${counted(placed.length, 'finding', 'nl')}`;
    const when = `${phrases.from[language]} ${explanation.begins} ${phrases.until[language]} ${explanation.ends}`;
    return [
      ...departedLines(first, '≠', placed, style),
      ...headed('explained', `${explanation.reason} (${explanation.by}, ${when}; ${covers})`, style),
    ];
  });
  return lines.length === 0 ? [] : [blank, [piece(phrases.explainedRules[language], 'strong')], ...lines];
}

/** The sign of what is known: neither met nor new. */
export const knownSign = '≡';

/** What a baseline accepts for a time: its outcome as it is, who accepted it, why and until when. */
export function knownLines(manifest: ManifestReport, style: TextStyle): readonly Line[] {
  const { language } = style;
  const groups = groupBy(knownFindings(manifest), ({ result, finding }) =>
    JSON.stringify([result.rule, finding.outcome, finding.baseline]),
  );
  const lines = [...groups.values()].flatMap((placed) => {
    const [first] = placed;
    const known = first?.finding.baseline;
    if (first === undefined || !known) return [];
    const covers =
      language === 'en'
        ? `covers ${counted(placed.length, 'finding', 'en')}`
        : `dekt ${counted(placed.length, 'finding', 'nl')}`;
    const until = `${phrases.until[language]} ${known.until}`;
    return [
      ...departedLines(first, knownSign, placed, style),
      ...headed('known', `${known.reason} (${known.owner}, ${until}; ${covers})`, style),
    ];
  });
  return lines.length === 0 ? [] : [blank, [piece(phrases.knownFindings[language], 'strong')], ...lines];
}

function departedLines({ result }: Placed, sign: string, placed: readonly Placed[], style: TextStyle): readonly Line[] {
  const { language } = style;
  const outcome = outcomeWords[result.outcome][language];
  const items = [...new Set(placed.map((each) => each.result.subjectKey).filter((key) => key !== null))];
  const about = items.length === 0 ? '' : ` [${items.slice(0, 5).join(', ')}${items.length > 5 ? ', …' : ''}]`;
  const name = `${ruleName(result.rule, style)}, ${levelWords[result.level][language]}`;
  return paragraph([piece(`  ${sign} `, 'unsure')], `${result.title}${about} (${name}: ${outcome})`, style.width);
}

/** The exceptions relied upon: on which ground, who agreed, until when, by which choices and sources, and what stays owed. */
export function exceptedLines(manifest: ManifestReport, style: TextStyle): readonly Line[] {
  const { language } = style;
  const groups = groupBy(exceptedFindings(manifest), ({ result }) => JSON.stringify([result.rule, result.exceptions]));
  const lines = [...groups.values()].flatMap((placed) => {
    const [first] = placed;
    if (first === undefined) return [];
    const exceptions = first.result.exceptions.map((exception) => {
      const parts = [
        exception.ground === null ? '' : `${phrases.ground[language]}: ${exception.ground}`,
        exception.approvedBy === null ? '' : `${phrases.agreedBy[language]} ${exception.approvedBy}`,
        exception.begins === null ? '' : `${phrases.from[language]} ${exception.begins}`,
        exception.expires === null ? '' : `${phrases.until[language]} ${exception.expires}`,
      ].filter((part) => part !== '');
      return parts.length === 0 ? exception.name : `${exception.name} (${parts.join(', ')})`;
    });
    return [
      ...departedLines(first, outcomeSigns.excepted, placed, style),
      ...exceptions.flatMap((text) => headed('exception', text, style)),
      ...basisLines(placed, first.result.exceptions, style),
    ];
  });
  return lines.length === 0 ? [] : [blank, [piece(phrases.reliedUpon[language], 'strong')], ...lines];
}

/** What an exception rests on. What stays owed holds, or it would be a finding: so it is named only where all is. */
function basisLines(
  placed: readonly Placed[],
  exceptions: ResultReport['exceptions'],
  style: TextStyle,
): readonly Line[] {
  const owed = style.verbose ? exceptions.flatMap(({ stillOwed }) => stillOwed) : [];
  return [
    ...owed.flatMap((text) => headed('stillOwed', text, style)),
    ...parametersOf(placed).flatMap((parameter) => parameterLines(parameter, style)),
    ...exceptions.flatMap(({ cites }) => cites).flatMap((citation) => headed('source', citationText(citation), style)),
  ];
}
