import type { Language } from '@waarborg/language';
import { counted, knownWords } from '../messages.ts';
import { escapeControls } from '../render/escape-controls.ts';
import type { NoticeReport, Report } from '../report.ts';
import { messageWords, titleWords } from './entry-words.ts';
import { type Entry, openEntries, type Severity } from './report-entry.ts';

/** GitHub shows so many of each kind for a step, and drops the others without a word. */
const mostOfKind = 10;
/** What GitHub shows of a message before it cuts it off, in UTF-16 units, with room to spare. */
const longestMessage = 4000;

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/**
 * The report as workflow commands, which GitHub shows beside the lines of a pull request. It shows ten of a kind for each
 * step: the first ten are given, and a line of the log says how many there are more. (What is open is an error or a warning, so
 * that all notices are those of the report and of its baseline.)
 */
export function* renderGithub(report: Report): Generator<string> {
  const { language } = report;
  const entries = openEntries(report);
  for (const [severity, own] of Map.groupBy(entries, (entry) => entry.severity)) {
    for (const entry of own.slice(0, mostOfKind)) yield command(entry, language);
    yield* moreThan(own.length, severity, language);
  }
  const notices = [...knownNotice(report), ...report.notices.map(noticeCommand)];
  yield* notices.slice(0, mostOfKind);
  yield* moreThan(notices.length, 'note', language);
}

function noticeCommand({ message, file, location }: NoticeReport): string {
  const place = file === null ? {} : { file, ...(location === null ? {} : { line: location.start.line }) };
  return `::notice${properties(place)}::${data(message)}\n`;
}

/** That a baseline accepts findings, which no other command says. */
function knownNotice({ baseline, language }: Report): readonly string[] {
  if (baseline === null || baseline.known === 0) return [];
  const place = { file: baseline.file, title: knownWords(baseline.known, language) };
  return [`::notice${properties(place)}::${data(knownSentence(baseline.known, language))}\n`];
}

function command(entry: Entry, language: Language): string {
  const { file, location, severity } = entry;
  const place = file === null ? {} : { file, ...(location === null ? {} : regionOf(location)) };
  const title = titleWords(entry, language);
  return `::${commands[severity]}${properties({ ...place, title })}::${data(messageWords(entry, language))}\n`;
}

/** Columns are for places on one line only: GitHub refuses them where an annotation has several lines. */
function regionOf({ start, end }: NonNullable<Entry['location']>): Readonly<Record<string, number>> {
  const lines = { line: start.line, endLine: end.line };
  return start.line === end.line ? { ...lines, col: start.column, endColumn: end.column } : lines;
}

function properties(values: Readonly<Record<string, string | number>>): string {
  const written = Object.entries(values).map(([name, value]) => `${name}=${property(String(value))}`);
  return written.length === 0 ? '' : ` ${written.join(',')}`;
}

/** What a text holds must never begin a command of its own, nor end the one that it stands in. */
function data(text: string): string {
  const short = text.length <= longestMessage ? text : `${text.slice(0, longestMessage - 1)}…`;
  return escapeControls(short).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function knownSentence(known: number, language: Language): string {
  return language === 'nl'
    ? `${counted(known, 'finding', 'nl')} ${known === 1 ? 'is' : 'zijn'} voor een tijd aanvaard. De uitkomst blijft wat zij is.`
    : `${counted(known, 'finding', 'en')} ${known === 1 ? 'is' : 'are'} accepted for a time. The outcome stays what it is.`;
}

function* moreThan(all: number, severity: Severity, language: Language): Generator<string> {
  if (all > mostOfKind) yield `${moreWords(all - mostOfKind, severity, language)}\n`;
}

function moreWords(more: number, severity: Severity, language: Language): string {
  const kind = {
    en: { error: 'errors', warning: 'warnings', note: 'notices' },
    nl: { error: 'fouten', warning: 'waarschuwingen', note: 'mededelingen' },
  }[language][severity];
  return language === 'nl'
    ? `En nog ${more} ${kind}: GitHub toont er ${mostOfKind} per stap. Het tekstrapport en het JSON-rapport bevatten alles.`
    : `And ${more} more ${kind}: GitHub shows ${mostOfKind} for each step. The text and JSON reports have all of them.`;
}
