import { type Cell, code, type Inline, paragraph, type WrittenDocument, withNames } from '../document/document.ts';
import { ownVersion } from '../version.ts';
import { type ClaimReport, type ExceptionsReport, improperStates, kindWords, stateWords } from './exceptions-report.ts';
import { exceptionsSummary, exceptionsTexts, periodWords } from './exceptions-texts.ts';

/** The list as a document to read and to keep. */
export function exceptionsDocument(report: ExceptionsReport): WrittenDocument {
  const { language, claims, packs } = report;
  const texts = exceptionsTexts[language];
  return {
    language,
    kindOf: texts.kindOf,
    title: [texts.title],
    lead: [exceptionsSummary(report)],
    sections: [
      {
        kind: 'section',
        id: 'claims',
        title: [texts.kindOf],
        blocks: [
          paragraph(...withNames(texts.standing)),
          claims.length === 0
            ? paragraph(texts.nothing)
            : {
                kind: 'table',
                id: 'claims-by-end',
                caption: texts.title,
                columns: [texts.until, texts.state, texts.what, texts.who, texts.why, texts.where],
                rows: claims.map((claim) => rowOf(claim, report)),
              },
        ],
      },
    ],
    colophon: [
      [texts.made(ownVersion())],
      ...packs.map(({ name, version, digest }): readonly Inline[] => [`${name} ${version}: `, code(digest)]),
    ],
  };
}

function rowOf(claim: ClaimReport, { language }: ExceptionsReport): readonly Cell[] {
  const texts = exceptionsTexts[language];
  const { start } = claim.location;
  const state: Inline = { kind: 'state', tone: toneOf(claim), text: stateWords[claim.state][language] };
  const narrowed = [
    ...(claim.items.length === 0 ? [] : [`${texts.items}: ${claim.items.join(', ')}`]),
    ...(claim.subjects.length === 0 ? [] : [`${texts.subjects}: ${claim.subjects.join(', ')}`]),
  ];
  const reason = claim.reason ?? (claim.kind === 'approval' ? '' : texts.noReason);
  return [
    [[claim.ends ?? texts.noEnd], [{ kind: 'quiet', of: [periodWords(claim, language)] }]],
    [[state], ...(claim.fault === null ? [] : [withNames(claim.fault)])],
    [
      [`${kindWords[claim.kind][language]} ${claim.reference ?? ''}`.trim()],
      ...(claim.title === null ? [] : [[claim.title]]),
      ...(claim.about === null ? [] : [[code(claim.about)]]),
      ...narrowed.map((text) => [text]),
    ],
    [[claim.by ?? texts.noOne]],
    [[reason], ...(claim.ground === null ? [] : [[`${texts.ground}: ${claim.ground}`]])],
    [[code(claim.manifest)], [code(`${claim.file}:${start.line}:${start.column}`)]],
  ];
}

function toneOf({ state }: ClaimReport): 'good' | 'bad' | 'unsure' | 'plain' {
  if (improperStates.has(state)) return 'bad';
  if (state === 'ends-soon' || state === 'unused') return 'unsure';
  return state === 'in-force' ? 'good' : 'plain';
}
