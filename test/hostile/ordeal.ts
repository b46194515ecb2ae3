import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildProgram,
  type CheckedProgram,
  compileProgram,
  coverageOf,
  type Diagnostic,
  type DocumentSyntax,
  type Judgement,
  judge,
  lintProgram,
  noticesOfProgram,
  type ParsedFile,
  parseDate,
  parsePolicy,
  parseTests,
  pointerAt,
  type Reason,
  readDocuments,
  runTests,
  type Span,
  sourceText,
  type TestRun,
  type TypedManifest,
  typeManifest,
} from '@waarborg/language';
import { expect } from 'vitest';
import { renderDiagnostic } from '../../language/src/diagnostic/render.ts';
import { packFolder, parseShippedPolicies } from '../policies/shipped-policies.ts';

/** The day on which everything here is judged. */
const day = parseDate('2026-11-23') ?? 0;

const shipped = parseShippedPolicies();
const program = buildProgram(shipped);
const compiled = compileProgram(program.program);
const modelText = readFileSync(join(packFolder, 'examples/model.analysis.yaml'), 'utf8');
const vocabulary = shipped.filter(({ file }) => file.kind === 'vocabulary');

function expectInside({ source, start, end }: Span): void {
  if (start < 0 || end < start || end > source.text.length || !Number.isInteger(start) || !Number.isInteger(end)) {
    expect.fail(`a span from ${start} to ${end} in a text of ${source.text.length}`);
  }
}

/** Every span of a diagnostic lies in its text, and it can be shown. There may be millions: nothing is asserted one by one. */
function expectSound(diagnostics: readonly Diagnostic[]): void {
  for (const found of diagnostics) {
    if (!/^(?:WB\d{4}|[a-z]+(?:-[a-z]+)+)$/.test(found.code)) expect.fail(`a code ${found.code}`);
    for (const { span } of [found, ...found.related]) expectInside(span);
    for (const { span } of found.fixes.flatMap((fix) => fix.edits)) expectInside(span);
  }
  for (const found of diagnostics.slice(0, 20)) {
    expect(renderDiagnostic(found, 'en')).not.toBe('');
    expect(renderDiagnostic(found, 'nl')).not.toBe('');
  }
}

/** Reads a text as a policy, alone and beside the shipped vocabulary, checks, lints and compiles it: whatever it is, nothing throws. */
export function readAsPolicy(text: string): { readonly parsed: ParsedFile; readonly built: CheckedProgram } {
  const parsed = parsePolicy(sourceText('hostile.waarborg', text));
  expectSound(parsed.diagnostics);
  const alone = buildProgram([parsed]);
  const files = parsed.file.kind === 'pack' ? [...vocabulary, parsed] : [parsed];
  const built = parsed.file.kind === 'pack' ? buildProgram(files) : alone;
  for (const each of [alone, built]) {
    expectSound(each.diagnostics);
    expectSound(lintProgram(each, each === alone ? [parsed] : files, day));
    compileProgram(each.program);
    noticesOfProgram(each.program, day);
  }
  return { parsed, built };
}

/** Reads a text as tests of the first pack and runs them, each starting from no file: whatever it is, nothing throws. */
export function readAsTests(text: string): TestRun {
  const parsed = parseTests(sourceText('hostile.test.waarborg', text));
  expectSound(parsed.diagnostics);
  const model = readDocuments(sourceText('model.yaml', modelText), 'yaml');
  const run = runTests([parsed], program, { asOf: day, observe: true, readManifest: () => model });
  expectSound(run.diagnostics);
  for (const { span, expectations } of run.cases) {
    for (const each of [span, ...expectations.map((expectation) => expectation.span)]) expectInside(each);
  }
  coverageOf(program.program, run.observations, new Set(program.program.packs.map(({ name }) => name)));
  return run;
}

/** What became of one document. */
export interface Ordeal {
  readonly typed: TypedManifest;
  readonly judgement: Judgement;
}

/** Reads a text as manifests, types them and judges them by the first pack: whatever it is, nothing throws. */
export function readAsManifest(
  text: string,
  syntax: DocumentSyntax = 'yaml',
  by: { readonly program: CheckedProgram['program']; readonly compiled: typeof compiled } = {
    program: program.program,
    compiled,
  },
): readonly Ordeal[] {
  const { documents } = readDocuments(sourceText('hostile.yaml', text), syntax);
  expect(documents.length).toBeGreaterThan(0);
  return documents.map((document) => {
    const typed = typeManifest(document, by.program);
    expectSound(typed.diagnostics);
    for (const { span } of typed.diagnostics) {
      const pointer = pointerAt(document.root, span.start);
      if (pointer !== '' && !pointer.startsWith('/')) expect.fail(`a pointer ${pointer}`);
    }
    const judgement = judge(by.compiled, typed, day);
    for (const result of judgement.results) {
      for (const finding of result.findings) {
        const { location, because } = finding.explain();
        expectInside(location.span);
        expectReasons(because);
      }
      expectReasons(result.because());
    }
    for (const { location } of judgement.notices) if (location !== undefined) expectInside(location.span);
    return { typed, judgement };
  });
}

function expectReasons(reasons: readonly Reason[]): void {
  for (const { location, because } of reasons) {
    if (location !== undefined) expectInside(location.span);
    expectReasons(because);
  }
}

/** The codes of a text read as manifests, each once. */
export function manifestCodes(text: string, syntax: DocumentSyntax = 'yaml'): readonly string[] {
  const codes = readAsManifest(text, syntax).flatMap(({ typed }) => typed.diagnostics.map(({ code }) => code));
  return [...new Set(codes)].sort();
}

/** The codes of a text read as a policy, each once. */
export function policyCodes(text: string): readonly string[] {
  return [...new Set(readAsPolicy(text).built.diagnostics.map(({ code }) => code))].sort();
}
