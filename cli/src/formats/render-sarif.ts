import type { Log, Notification, PhysicalLocation, ReportingDescriptor, Result, Run } from 'sarif';
import { escapeControls } from '../render/escape-controls.ts';
import { markdownText } from '../render/markdown-text.ts';
import { renderJson } from '../render/render-json.ts';
import type { ErrorReport, NoticeReport, RangeReport, Report, ResultReport } from '../report.ts';
import { exitCodeOf } from '../report.ts';
import { ownVersion } from '../version.ts';
import { baselineWords, citationWords, levelText, messageWords, titleWords } from './entry-words.ts';
import { type Cover, type Entry, entriesOf, type FoundEntry } from './report-entry.ts';

/** GitHub refuses a run of more results, and with it all of them. */
const mostResults = 25_000;

/** The report as SARIF 2.1.0, which code scanning reads: each rule with its help, each finding with its exact region. */
export function renderSarif(report: Report): Generator<string> {
  const entries = entriesOf(report);
  // What counts goes before what does not, where there is no room for all.
  const kept = entries.length <= mostResults ? entries : bySeverity(entries).slice(0, mostResults);
  const rules = descriptorsOf(report, kept);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const run: Run = {
    tool: {
      driver: {
        name: 'Waarborg',
        semanticVersion: ownVersion(),
        language: report.language,
        rules: [...rules],
      },
      extensions: report.packs.map(({ name, version }) => ({ name, semanticVersion: version })),
    },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: report.verdict !== 'error',
        exitCode: exitCodeOf(report.verdict),
        toolExecutionNotifications: notificationsOf(report, kept, entries.length - kept.length),
      },
    ],
    results: kept.flatMap((entry) => resultOf(entry, indexes, report)),
    properties: {
      asOf: report.asOf,
      failOn: report.failOn,
      verdict: report.verdict,
      ...(report.baseline === null ? {} : { known: report.baseline.known }),
    },
  };
  const log: Log = { version: '2.1.0', $schema: 'https://json.schemastore.org/sarif-2.1.0.json', runs: [run] };
  return renderJson(log);
}

/** A text in a message, in which a viewer would show `[words](address)` as a link. */
function messageText(text: string): string {
  return escapeControls(text).replaceAll('](', ']\\(');
}

function bySeverity(entries: readonly Entry[]): readonly Entry[] {
  const rank = { error: 0, warning: 1, note: 2 } as const;
  return entries.toSorted((a, b) => rank[a.severity] - rank[b.severity]);
}

/** The rules that judged something, in the order in which they did, and the codes of errors. */
function descriptorsOf({ manifests, language }: Report, entries: readonly Entry[]): readonly ReportingDescriptor[] {
  const rules = new Map<string, ReportingDescriptor>();
  for (const { results } of manifests) {
    for (const result of results) if (!rules.has(result.rule)) rules.set(result.rule, ruleDescriptor(result, language));
  }
  const errors = new Map<string, ReportingDescriptor>();
  for (const entry of entries) {
    if (entry.kind !== 'error' || !hasPlace(entry) || errors.has(entry.error.code)) continue;
    const text = titleWords(entry, language);
    errors.set(entry.error.code, { id: entry.error.code, shortDescription: { text } });
  }
  return [...rules.values(), ...errors.values()];
}

function ruleDescriptor(result: ResultReport, language: Report['language']): ReportingDescriptor {
  const { rule, title, level, cites, advice, levelChosenBy } = result;
  const words = language === 'nl' ? dutch : english;
  const chosen = levelChosenBy === null ? '' : ` (${words.chosenBy} ${levelChosenBy})`;
  const next = advice === null ? [] : [`${words.nextStep}: ${advice}`];
  const sources = cites.map((citation) => ({ ...citation, words: citationWords(citation) }));
  const text = [`${title}.`, `${words.level}: ${level}${chosen}.`, ...sources.map((each) => each.words), ...next];
  const markdown = [
    `**${markdownText(title)}**`,
    `${words.level}: ${level}${markdownText(chosen)}`,
    sources
      .map(({ words: cited, address }) => [
        `- ${markdownText(cited)}`,
        ...(address === null ? [] : [`<${encodeURI(decodedOf(address))}>`]),
      ])
      .map((line) => line.join(' '))
      .join('\n'),
    ...next.map(markdownText),
  ];
  return {
    id: rule,
    name: rule.slice(rule.indexOf('/') + 1),
    shortDescription: { text: messageText(title) },
    fullDescription: { text: messageText(title) },
    help: { text: text.map(messageText).join('\n'), markdown: markdown.filter((part) => part !== '').join('\n\n') },
    defaultConfiguration: { level: level === 'recommended' ? 'warning' : 'error' },
    properties: { tags: [level], 'problem.severity': level === 'recommended' ? 'recommendation' : 'error' },
  };
}

const english = { level: 'Level', chosenBy: 'chosen by', nextStep: 'Next step' } as const;
const dutch = { level: 'Niveau', chosenBy: 'gekozen door', nextStep: 'Vervolgstap' } as const;

/** An address that is encoded already is not encoded twice. */
function decodedOf(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function resultOf(
  entry: Entry,
  indexes: ReadonlyMap<string, number>,
  { language, baseline }: Report,
): readonly Result[] {
  if (!hasPlace(entry)) return [];
  const ruleId = entry.kind === 'error' ? entry.error.code : entry.result.rule;
  const result: Result = {
    ruleId,
    ruleIndex: indexes.get(ruleId) ?? -1,
    level: entry.severity,
    message: { text: messageText(`${titleWords(entry, language)}. ${messageWords(entry, language)}`) },
    locations: [{ physicalLocation: physicalLocation(entry.file, entry.location) }],
    partialFingerprints: {
      'waarborgFinding/v1': entry.fingerprint,
      // The one that code scanning goes by: without it, it would take the text of the line.
      primaryLocationLineHash: `${entry.fingerprint.slice(0, 16)}:1`,
    },
    ...(baseline === null || entry.kind === 'error'
      ? {}
      : { baselineState: entry.covered === 'known' ? ('unchanged' as const) : ('new' as const) }),
  };
  return [
    entry.kind === 'error' ? { ...result, ...relatedOf(entry.error) } : { ...result, ...partsOf(entry, language) },
  ];
}

/** Whether it can be shown at a line: code scanning takes no result without one, so the rest are notifications. */
function hasPlace(entry: Entry): entry is Entry & { readonly file: string; readonly location: RangeReport } {
  return entry.file !== null && entry.location !== null;
}

function partsOf(entry: FoundEntry, language: Report['language']): Partial<Result> {
  const { finding, result, manifest, covered } = entry;
  const logicalLocations = [{ fullyQualifiedName: `${manifest.id}${finding.location.pointer}`, kind: 'value' }];
  return {
    locations: [{ physicalLocation: physicalLocation(entry.file, entry.location), logicalLocations }],
    ...(covered === undefined ? {} : { suppressions: [suppressionOf(entry, covered, language)] }),
    properties: {
      outcome: finding.outcome,
      level: levelText(entry, language),
      obligation: finding.obligation,
      manifest: manifest.id,
      subject: result.subjectKey ?? result.subject,
      required: finding.required,
      found: finding.found,
    },
  };
}

function suppressionOf(
  entry: FoundEntry,
  covered: Cover,
  language: Report['language'],
): NonNullable<Result['suppressions']>[number] {
  const { result } = entry;
  const justification =
    covered === 'explained'
      ? result.explanation?.reason
      : covered === 'known'
        ? baselineWords(entry, language)
        : result.exceptions.map(({ name, ground }) => (ground === null ? name : `${name}: ${ground}`)).join('; ');
  return { kind: 'external', status: 'accepted', justification: messageText(justification ?? covered) };
}

function relatedOf({ related }: ErrorReport): Partial<Result> {
  if (related.length === 0) return {};
  return {
    relatedLocations: related.map(({ message, file, location }, index) => ({
      id: index + 1,
      message: { text: messageText(message) },
      physicalLocation: physicalLocation(file, location),
    })),
  };
}

function physicalLocation(file: string, range: RangeReport | null): PhysicalLocation {
  const artifactLocation = { uri: file.split('/').map(encodeURIComponent).join('/') };
  if (range === null) return { artifactLocation };
  const { start, end } = range;
  const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  return { artifactLocation, region };
}

function notificationsOf({ notices, language }: Report, kept: readonly Entry[], leftOut: number): Notification[] {
  const text =
    language === 'nl'
      ? `${leftOut} resultaten zijn weggelaten: code scanning neemt er ten hoogste ${mostResults} aan. Het JSON-rapport bevat alles.`
      : `${leftOut} results were left out: code scanning takes at most ${mostResults}. The JSON report has all of them.`;
  return [
    ...kept.flatMap((entry) => (entry.kind === 'error' && !hasPlace(entry) ? [errorNotification(entry.error)] : [])),
    ...notices.map(noticeNotification),
    ...(leftOut === 0 ? [] : [{ level: 'warning' as const, message: { text } }]),
  ];
}

function errorNotification({ code, message, file }: ErrorReport): Notification {
  const text = messageText(file === null ? message : `${file}: ${message}`);
  return { level: 'error', descriptor: { id: code }, message: { text } };
}

function noticeNotification({ kind, message, file, location }: NoticeReport): Notification {
  const locations = file === null ? {} : { locations: [{ physicalLocation: physicalLocation(file, location) }] };
  return { level: 'note', descriptor: { id: kind }, message: { text: messageText(message) }, ...locations };
}
