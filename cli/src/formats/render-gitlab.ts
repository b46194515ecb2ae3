import { escapeControls } from '../render/escape-controls.ts';
import { renderJson } from '../render/render-json.ts';
import type { Report } from '../report.ts';
import { baselineWords, messageWords, titleWords } from './entry-words.ts';
import { type Entry, knownEntries, openEntries } from './report-entry.ts';

/** The report as GitLab's code quality reads it: a list of what is open, then of what is known, each with a fingerprint that no line moves. */
export function renderGitlab(report: Report): Generator<string> {
  const issues = [...openEntries(report), ...knownEntries(report)].flatMap((entry) => {
    // GitLab shows an issue at a line of a file, and nothing that has none.
    if (entry.file === null) return [];
    const { start, end } = entry.location ?? { start: { line: 1 }, end: { line: 1 } };
    return [
      {
        type: 'issue',
        description: escapeControls(descriptionOf(entry, report.language)),
        check_name: entry.kind === 'error' ? entry.error.code : entry.result.rule,
        fingerprint: entry.fingerprint,
        severity: severityOf(entry),
        location: { path: entry.file, lines: { begin: start.line, end: end.line } },
      },
    ];
  });
  return renderJson(issues);
}

function descriptionOf(entry: Entry, language: Report['language']): string {
  const words = `${titleWords(entry, language)}. ${messageWords(entry, language)}`;
  return entry.kind === 'finding' && entry.covered === 'known' ? `${baselineWords(entry, language)}. ${words}` : words;
}

function severityOf(entry: Entry): 'blocker' | 'critical' | 'major' | 'minor' | 'info' {
  if (entry.kind === 'error') return 'blocker';
  if (entry.covered === 'known') return 'info';
  if (!entry.finding.counts) return 'minor';
  return entry.finding.level === 'mandatory' ? 'critical' : 'major';
}
