import { renderDocumentHtml } from '../document/document-html.ts';
import { renderDocumentMarkdown } from '../document/document-markdown.ts';
import type { Report } from '../report.ts';
import { reportDocument } from './report-document.ts';

/** The report as one page that needs nothing else, to look at and to keep. */
export function renderReportHtml(report: Report): Generator<string> {
  return renderDocumentHtml(reportDocument(report));
}

/** The same as Markdown, for a merge request or the summary of a build. */
export function renderReportMarkdown(report: Report): Generator<string> {
  return renderDocumentMarkdown(reportDocument(report));
}
