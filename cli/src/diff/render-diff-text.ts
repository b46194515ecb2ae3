import type { Language, SourceText } from '@waarborg/language';
import { levelWords, phrases, verdictWords } from '../messages.ts';
import { displayWidth } from '../render/display-width.ts';
import { blank, type Line, type Piece, paragraph, piece, printedLines, type Tone } from '../render/lines.ts';
import { errorLines } from '../render/text-manifest.ts';
import { margin, type TextStyle } from '../render/text-style.ts';
import type {
  ChangeReport,
  DiffReport,
  ItemReport,
  ManifestDiffReport,
  PackDiffReport,
  VerdictChangeReport,
} from './diff-report.ts';
import { packTitle, summarySentences, versionSentences } from './diff-sentences.ts';
import { declaredWords, directionWords, itemWords, moveWords } from './diff-words.ts';
import { causesText, changeTitle, outcomeText, reasonsOnly, shortName } from './verdict-lines.ts';

/** How a report of differences is to look, and the texts that it shows lines of. */
export interface DiffStyle {
  readonly colour: boolean;
  readonly width: number;
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** The report for people: what changed pack by pack, which verdicts did, and what all come to. */
export function renderDiffText(report: DiffReport, style: DiffStyle): Generator<string> {
  const text = textStyle(report, style);
  const quiet = report.packs.length > 1;
  return printedLines(
    report.verdict === 'error' && report.packs.length === 0
      ? []
      : [
          ...report.packs
            .filter((pack) => !quiet || pack.items.length > 0 || pack.version?.made !== 'none')
            .flatMap((pack) => packLines(pack, text)),
          ...(report.fields.length === 0 ? [] : fieldLines(report, text)),
          ...report.manifests.flatMap((manifest) => manifestLines(manifest, text)),
          ...summarySentences(report).flatMap((sentence) => paragraph([], sentence, text.width, 'strong')),
        ],
    style.colour,
  );
}

/** The errors, for which nothing could be compared. */
export function renderDiffErrors(report: DiffReport, style: DiffStyle): Generator<string> {
  const text = textStyle(report, style);
  return printedLines(
    report.errors.flatMap((error) => [...errorLines(error, text), blank]),
    style.colour,
  );
}

function textStyle({ language }: DiffReport, { width, sources }: DiffStyle): TextStyle {
  return { language, width, verbose: false, onePack: true, sourceOf: (file) => sources.get(file) };
}

function packLines(pack: PackDiffReport, style: TextStyle): readonly Line[] {
  const { language, width } = style;
  const versions = versionSentences(pack, language);
  const isEnough = pack.version === null || !pack.version.tooSmall;
  return [
    [piece(packTitle(pack, language), 'strong')],
    blank,
    ...pack.items.flatMap((item) => itemLines(item, style)),
    ...versions.flatMap((sentence, index) =>
      paragraph([], sentence, width, index === versions.length - 1 && !isEnough ? 'unsure' : 'plain'),
    ),
    ...(versions.length === 0 ? [] : [blank]),
  ];
}

function fieldLines({ fields }: DiffReport, style: TextStyle): readonly Line[] {
  const head = style.language === 'en' ? 'Fields that the rules look at' : 'Velden waar de regels naar kijken';
  return [[piece(head, 'strong')], blank, ...fields.flatMap((field) => itemLines(field, style))];
}

const statusSigns = { added: ['+', 'good'], removed: ['-', 'bad'], changed: ['~', 'unsure'] } as const;

const directionSigns = {
  weaker: ['▼', 'bad'],
  stricter: ['▲', 'good'],
  open: ['?', 'unsure'],
  none: ['·', 'quiet'],
} as const;

function itemLines(item: ItemReport, style: TextStyle): readonly Line[] {
  const { language, width } = style;
  const [sign, tone] = statusSigns[item.status];
  const head: readonly Piece[] = [
    piece(`${sign} `, tone),
    piece(`${itemWords[item.kind][language]} `, 'quiet'),
    piece(shortName(item.id), 'strong'),
    ...(item.level === null ? [] : [piece(` (${levelWords[item.level][language]})`, 'quiet')]),
  ];
  const title = item.title === null ? [head] : paragraph([...head, piece('  ')], item.title, width);
  return [...title, ...item.changes.flatMap((change) => changeLines(change, item.kind, style)), blank];
}

function changeLines(change: ChangeReport, item: ItemReport['kind'], style: TextStyle): readonly Line[] {
  const { language, width } = style;
  const [sign, tone] = directionSigns[change.direction];
  const head: readonly Piece[] = [piece(margin), piece(`${sign} `, tone), piece(changeTitle(change))];
  const effect = effectText(change, language);
  const tail: readonly Piece[] = effect === '' ? [] : [piece(` — ${effect}`, tone)];
  const { old, new: next } = change;
  const values = old !== null && next !== null ? `${old} → ${next}` : '';
  const plain = [...head, ...tail].map(({ text }) => text).join('');
  if (values !== '' && displayWidth(`${plain}: ${values}`) <= Math.min(width, 90)) {
    return [[...head, piece(`: ${values}`), ...tail], ...reachLines(change, item, style)];
  }
  return [
    [...head, ...tail],
    ...(old === null ? [] : paragraph([piece(`${margin}    `), piece('- ', 'bad')], old, width)),
    ...(next === null ? [] : paragraph([piece(`${margin}    `), piece('+ ', 'good')], next, width)),
    ...reachLines(change, item, style),
  ];
}

function effectText({ direction, basis }: ChangeReport, language: Language): string {
  if (direction === 'none') return '';
  const word = directionWords[direction][language];
  return basis === 'declared' ? `${word}, ${declaredWords[language]}` : word;
}

/** The rules that something which is no rule itself reaches. */
function reachLines(
  { reaches, direction }: ChangeReport,
  item: ItemReport['kind'],
  { language, width }: TextStyle,
): readonly Line[] {
  if (item === 'rule' || direction === 'none' || reaches.length === 0) return [];
  const head = language === 'en' ? 'for ' : 'voor ';
  return paragraph([piece(`${margin}    `), piece(head, 'quiet')], reaches.map(shortName).join(', '), width, 'quiet');
}

const moveSigns = { milder: ['▼', 'bad'], stricter: ['▲', 'good'], both: ['?', 'unsure'] } as const;

function manifestLines(manifest: ManifestDiffReport, style: TextStyle): readonly Line[] {
  const { language } = style;
  const { file, id, old, new: next, changes } = manifest;
  const verdicts =
    old.verdict === next.verdict
      ? verdictWords[next.verdict][language]
      : `${verdictWords[old.verdict][language]} → ${verdictWords[next.verdict][language]}`;
  const name = id === '' ? phrases.noId[language] : id;
  const errorsOf = (side: 'old' | 'new', errors: ManifestDiffReport['old']['errors']): readonly Line[] =>
    errors.length === 0
      ? []
      : [[piece(`  ${sideHeads[side][language]}`, 'quiet')], ...errors.flatMap((error) => errorLines(error, style))];
  return [
    [piece(file === '-' ? phrases.standardInput[language] : file, 'strong'), piece(`  ${name}: ${verdicts}`)],
    ...errorsOf('old', old.errors),
    ...errorsOf('new', next.errors),
    ...changes.flatMap((change) => verdictLines(change, style)),
    blank,
  ];
}

const sideHeads = {
  old: { en: 'by the old rules:', nl: 'naar de oude regels:' },
  new: { en: 'by the new rules:', nl: 'naar de nieuwe regels:' },
} as const;

function verdictLines(change: VerdictChangeReport, style: TextStyle): readonly Line[] {
  const { language, width } = style;
  const { rule, subject, subjectKey, move, old, new: next } = change;
  const [sign, tone] = moveSigns[move];
  const about = subjectKey ?? (subject === '' ? '' : subject);
  const outcomes = [outcomeText(old, language), outcomeText(next, language)];
  const text = outcomes[0] === outcomes[1] ? outcomes[0] : outcomes.join(' → ');
  const reasons = (sign: '-' | '+', reasonTone: Tone, texts: readonly string[]): readonly Line[] =>
    texts.flatMap((reason) => paragraph([piece(`${margin}    `), piece(`${sign} `, reasonTone)], reason, width));
  const causes = causesText(change, language);
  return [
    [
      piece('  '),
      piece(`${sign} `, tone),
      piece(shortName(rule), 'strong'),
      piece(about === '' ? '' : ` ${language === 'en' ? 'for' : 'voor'} ${about}`),
      piece(`: ${text} — `),
      piece(moveWords[move][language], tone),
    ],
    ...reasons('-', 'bad', reasonsOnly(old, next, language)),
    ...reasons('+', 'good', reasonsOnly(next, old, language)),
    ...(causes === ''
      ? []
      : paragraph(
          [piece(`${margin}    `), piece(language === 'en' ? 'by ' : 'door ', 'quiet')],
          causes,
          width,
          'quiet',
        )),
  ];
}
