import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildProgram,
  type CheckedProgram,
  compileProgram,
  type Diagnostic,
  judge,
  type Location,
  parseDate,
  parsePolicy,
  pointerAt,
  type Reason,
  type Result,
  readDocuments,
  sourceText,
  typeManifest,
} from '@waarborg/language';
import type { Case } from './cases.ts';

const readPolicy = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');
// Read once: hundreds of cases start from the same words.
const words = parsePolicy(sourceText('words', readPolicy('words.waarborg')));
const pack = readPolicy('pack.waarborg');

/** What this implementation answers: errors, then results, then notices, each a line. */
export function answerOf(given: Case): readonly string[] {
  const { manifest, asOf } = given;
  const { program, diagnostics } = policiesOf(given);
  if (diagnostics.length > 0) return diagnostics.map(policyError);
  const [document] = readDocuments(sourceText('manifest', wholeManifest(manifest)), 'yaml').documents;
  const day = parseDate(asOf);
  if (document === undefined || day === undefined) throw new Error('a case has a manifest and a day');
  const typed = typeManifest(document, program);
  const { results, notices } = judge(compileProgram(program), typed, day);
  const errors = typed.diagnostics.map(({ code, span }) => `error ${code} at ${pointerAt(document.root, span.start)}`);
  return [...errors, ...results.map(resultLine), ...notices.map(({ kind }) => `notice ${kind}`)];
}

/** The policies of a case, put together and checked. */
export function policiesOf({ rules, header, files }: Case): CheckedProgram {
  const policy = `${pack.replace('use suite.words 1\n', `use suite.words 1\n${header}\n`)}\n${rules}\n`;
  const parsed = [policy, ...files].map((text, index) => parsePolicy(sourceText(`file ${index}`, text)));
  return buildProgram([words, ...parsed]);
}

function policyError({ code, span }: Diagnostic): string {
  return `error ${code} at ${span.source.text.slice(span.start, span.end).replaceAll(/\s+/g, ' ')}`;
}

/** A manifest names its vocabulary and itself, unless it does so in its own words. */
export function wholeManifest(manifest: string): string {
  const own = /\bid:|\bvocabulary:/.test(manifest);
  if (own) return manifest;
  if (manifest.trimStart().startsWith('{'))
    return manifest.trimStart().replace('{', '{vocabulary: suite.words 1, id: case, ');
  return `vocabulary: suite.words 1\nid: case\n${manifest}`;
}

/** The places of the values that decided. */
function leavesOf({ location, because }: Reason): readonly Location[] {
  return because.length > 0 ? because.flatMap(leavesOf) : location === undefined ? [] : [location];
}

/** `r (item): fail at /items/0/value, explained`; the rule `r` of the suite's pack and the manifest are not named. */
function resultLine({ rule, subject, subjectKey, outcome, reason, findings, explanation }: Result): string {
  const name = rule === 'suite.pack/r' ? '' : `${rule.replace('suite.pack/', '')}: `;
  const about = subject === '' ? '' : `(${subjectKey ?? subject}) `;
  const why = reason === undefined ? '' : ` because of ${reason}`;
  const details = findings.map((finding) => finding.explain());
  const deciding = details.flatMap(({ because, location }) => because.flatMap(leavesOf).concat(location));
  const places = [...new Set(findings.length === 0 ? [] : deciding.map(({ pointer }) => pointer || 'the manifest'))];
  const at = places.length === 0 || outcome === 'excepted' ? '' : ` at ${places.join(' and ')}`;
  return `${name}${about}${outcome}${why}${at}${explanation === undefined ? '' : ', explained'}`;
}
