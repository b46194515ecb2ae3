import {
  andMore,
  counted,
  judgedInPart,
  knownWords,
  notShown,
  outcomeSigns,
  outcomeWords,
  overrideText,
  phrases,
  reasonWords,
  verdictWords,
} from '../messages.ts';
import type { ErrorReport, ManifestReport, RangeReport, ResultReport } from '../report.ts';
import { excerpt } from './excerpt.ts';
import { blank, type Line, paragraph, piece, type Tone } from './lines.ts';
import { groupBy, type OpenRule, openRules } from './rule-groups.ts';
import { exceptedLines, explainedLines, knownLines, knownSign } from './text-departed.ts';
import { ruleLines } from './text-rule.ts';
import { headed, margin, ruleName, type TextStyle } from './text-style.ts';

const mostErrors = 20;

/** Everything that a report says about one manifest. */
export function manifestLines(manifest: ManifestReport, style: TextStyle): readonly Line[] {
  const errors = style.verbose ? manifest.errors : manifest.errors.slice(0, mostErrors);
  const left = manifest.errors.length - errors.length;
  return [
    ...titleLines(manifest, style),
    ...errors.flatMap((error) => [blank, ...errorLines(error, style)]),
    ...(left === 0 ? [] : [blank, ...paragraph([piece(margin)], andMore(left, style.language), style.width, 'quiet')]),
    ...openLines(manifest, style),
    ...knownLines(manifest, style),
    ...explainedLines(manifest, style),
    ...exceptedLines(manifest, style),
    ...notApplicableLines(manifest, style),
    ...passLines(manifest, style),
  ];
}

function titleLines(manifest: ManifestReport, style: TextStyle): readonly Line[] {
  const { language } = style;
  const file = manifest.file === '-' ? phrases.standardInput[language] : manifest.file;
  const id = manifest.id === '' ? phrases.noId[language] : manifest.id;
  const { tone, sign, words } = verdictOf(manifest, style);
  return [
    ...paragraph([], file, style.width, 'strong'),
    ...paragraph([piece(`${sign} `, tone)], `${id} — ${words}${countsText(manifest, style)}`, style.width, tone),
    ...(manifest.override === null
      ? []
      : paragraph([piece(margin)], overrideText(manifest.override, language), style.width, 'quiet')),
  ];
}

function verdictOf(
  manifest: ManifestReport,
  { language }: TextStyle,
): { readonly tone: Tone; readonly sign: string; readonly words: string } {
  switch (manifest.verdict) {
    case 'pass':
      return { tone: 'good', sign: outcomeSigns.pass, words: verdictWords.pass[language] };
    case 'known':
      return { tone: 'unsure', sign: knownSign, words: verdictWords.known[language] };
    case 'not-applicable':
      return { tone: 'quiet', sign: outcomeSigns['not-applicable'], words: verdictWords['not-applicable'][language] };
    case 'error':
      return {
        tone: 'bad',
        sign: '✗',
        words: (manifest.results.length > 0 ? judgedInPart : verdictWords.error)[language],
      };
    case 'fail':
      return isBroken(manifest)
        ? { tone: 'bad', sign: outcomeSigns.fail, words: verdictWords.fail[language] }
        : { tone: 'unsure', sign: outcomeSigns.unproven, words: notShown[language] };
  }
}

/** True where a rule is broken, and not merely not shown to be met. */
export function isBroken(manifest: ManifestReport): boolean {
  return manifest.results.some((result) =>
    result.findings.some((finding) => finding.counts && finding.outcome === 'fail'),
  );
}

function countsText({ counts, results }: ManifestReport, { language }: TextStyle): string {
  if (results.length === 0) return '';
  const words: readonly (readonly [number, string])[] =
    language === 'en'
      ? [
          [counts.pass, 'met'],
          [counts.fail, 'not met'],
          [counts.unproven, 'not shown'],
          [counts.excepted, 'excepted'],
          [counts['not-applicable'], 'not applicable'],
        ]
      : [
          [counts.pass, 'voldaan'],
          [counts.fail, 'niet voldaan'],
          [counts.unproven, 'niet aangetoond'],
          [counts.excepted, 'uitgezonderd'],
          [counts['not-applicable'], 'niet van toepassing'],
        ];
  const shown = words.filter(([amount]) => amount > 0).map(([amount, word]) => `${amount} ${word}`);
  const known = results.flatMap(({ findings }) => findings.filter(({ baseline }) => baseline !== null)).length;
  return ` (${shown.join(', ')}${known === 0 ? '' : `; ${knownWords(known, language)}`})`;
}

/** An error with its code, its place, other places that explain it, and the way out. */
export function errorLines(error: ErrorReport, style: TextStyle): readonly Line[] {
  return messageLines([piece(`✗ ${phrases.error[style.language]} ${error.code}  `, 'bad')], error, style);
}

/** A message about a place in a text below its head: the place, other places that help to understand it, and the help. */
export function messageLines(
  head: Line,
  {
    message,
    file,
    location,
    related,
    help,
  }: Omit<ErrorReport, 'code' | 'location'> & { readonly location: RangeReport | null },
  style: TextStyle,
): readonly Line[] {
  return [
    ...paragraph(head, message, style.width, 'strong'),
    ...errorPlace(file, location, style),
    ...related.flatMap((other) => [
      ...paragraph([piece(margin)], `${other.message}:`, style.width, 'quiet'),
      ...errorPlace(other.file, other.location, style),
    ]),
    ...(help === null ? [] : paragraph([piece(margin)], help, style.width)),
  ];
}

function errorPlace(file: string | null, location: RangeReport | null, style: TextStyle): readonly Line[] {
  if (file === null) return [];
  const source = style.sourceOf(file);
  const place = location === null ? file : `${file}:${location.start.line}:${location.start.column}`;
  return [
    [piece(margin), piece(place, 'quiet')],
    ...(source === undefined || location === null ? [] : excerpt(source, location, margin, style.width)),
  ];
}

/** Rules of which it is not known whether their pack applies share one reason, which is said once. */
function openLines(manifest: ManifestReport, style: TextStyle): readonly Line[] {
  const open = openRules(manifest);
  const groups = groupBy(open.filter(isOnlyAboutScope), (rule) => rule.results[0]?.findings[0]?.message ?? '');
  const shared = [...groups.values()].filter((rules) => rules.length > 1);
  const apart = open.filter((rule) => !shared.some((rules) => rules.includes(rule)));
  return [
    ...shared.flatMap((rules) => [blank, ...scopeLines(rules, style)]),
    ...apart.flatMap((rule) => [blank, ...ruleLines(manifest.file, rule, style)]),
  ];
}

function isOnlyAboutScope({ obligations }: OpenRule): boolean {
  return obligations.flat().every(({ finding }) => finding.obligation === 'scope');
}

function scopeLines(rules: readonly OpenRule[], style: TextStyle): readonly Line[] {
  const { language } = style;
  const finding = rules[0]?.results[0]?.findings[0];
  if (finding === undefined) return [];
  const head = [piece(`${outcomeSigns.unproven} ${outcomeWords.unproven[language]}  `, 'unsure')];
  const names = rules.map(({ rule }) => ruleName(rule, style)).join(', ');
  return [
    ...paragraph(head, phrases.whetherInScope[language], style.width, 'strong'),
    ...paragraph([piece(margin)], finding.message, style.width),
    ...headed('repair', finding.repair, style),
    blank,
    ...paragraph([piece(margin)], `${counted(rules.length, 'rule', language)}: ${names}`, style.width, 'quiet'),
  ];
}

/** The rules that do not apply, by the reason; a reason that is the same for many is said once. */
function notApplicableLines(manifest: ManifestReport, style: TextStyle): readonly Line[] {
  const { language } = style;
  const out = manifest.results.filter((result) => result.outcome === 'not-applicable');
  if (out.length === 0) return [];
  const groups = groupBy(out, (result) => `${result.reason} ${result.reason === 'scope' ? reasonText(result) : ''}`);
  const lines = [...groups.values()].flatMap((results) => {
    const [first] = results;
    if (first === undefined || first.reason === null) return [];
    const rules = [...new Set(results.map((result) => ruleName(result.rule, style)))];
    const why = first.reason === 'scope' ? reasonText(first) : '';
    const head = `${reasonWords[first.reason][language]}${why === '' ? '' : ` — ${why}`}`;
    if (first.reason === 'scope' && !style.verbose)
      return paragraph(
        [piece('  – ', 'quiet')],
        `${head} (${counted(rules.length, 'rule', language)})`,
        style.width,
        'quiet',
      );
    if (style.verbose && first.reason === 'condition')
      return [
        ...paragraph([piece('  – ', 'quiet')], `${head}:`, style.width, 'quiet'),
        ...results.flatMap((result) =>
          paragraph(
            [piece(margin)],
            `${ruleName(result.rule, style)}${reasonText(result) === '' ? '' : `: ${reasonText(result)}`}`,
            style.width,
            'quiet',
          ),
        ),
      ];
    return paragraph([piece('  – ', 'quiet')], `${head}: ${rules.join(', ')}`, style.width, 'quiet');
  });
  return [blank, [piece(phrases.doesNotApply[language], 'strong')], ...lines];
}

function reasonText(result: ResultReport): string {
  return [
    ...new Set(
      result.because.map((reason) => (reason.found === null ? reason.text : `${reason.text} (${reason.found})`)),
    ),
  ].join('; ');
}

/** With --verbose the rules that are met, by name; else their number above is enough. */
function passLines(manifest: ManifestReport, style: TextStyle): readonly Line[] {
  if (!style.verbose) return [];
  const passed = manifest.results.filter((result) => result.outcome === 'pass');
  if (passed.length === 0) return [];
  const lines = [...groupBy(passed, (result) => result.rule).values()].flatMap((results) => {
    const [first] = results;
    if (first === undefined) return [];
    const times = results.length === 1 ? '' : ` × ${results.length}`;
    return paragraph(
      [piece(`  ${outcomeSigns.pass} `, 'good')],
      `${first.title} (${ruleName(first.rule, style)}${times})`,
      style.width,
    );
  });
  return [blank, [piece(phrases.meets[style.language], 'strong')], ...lines];
}
