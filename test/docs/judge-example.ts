import {
  buildProgram,
  compileProgram,
  judge,
  type Outcome,
  parseDate,
  parsePolicy,
  readDocuments,
  sourceText,
  typeManifest,
} from '@waarborg/language';

/** A rule of an example with the manifest and the day that it is judged on. */
export interface RuleExample {
  /** A vocabulary with one kind of manifest, as a whole file. */
  readonly vocabulary: string;
  /** The clauses of the rule, after its level. */
  readonly clauses: string;
  /** Fields as in a flow map of YAML, without its braces. */
  readonly manifest?: string;
  readonly asOf?: string;
}

/** What judging gave: the outcomes in order, and the codes of errors in the manifest. */
export interface ExampleOutcome {
  readonly outcomes: readonly Outcome[];
  readonly errors: readonly string[];
}

/** Judges one rule. Throws where the policies have an error: the page is wrong then. */
export function judgeExample({ vocabulary, clauses, manifest = '', asOf = '2026-11-23' }: RuleExample): ExampleOutcome {
  const name = /^vocabulary (\S+)/.exec(vocabulary)?.[1] ?? '';
  const pack = `pack nl.example version 1.0.0 use ${name} 1 rule r "R" { mandatory chosen by "a page" ${clauses} }`;
  const files = [vocabulary, pack].map((text, index) => parsePolicy(sourceText(`file-${index}`, text)));
  const { program, diagnostics } = buildProgram(files);
  if (diagnostics.length > 0) throw new Error(`${clauses}: ${diagnostics.map(({ message }) => message.en).join('; ')}`);
  const text = `{ vocabulary: ${name} 1, id: example${manifest === '' ? '' : `, ${manifest}`} }`;
  const [document] = readDocuments(sourceText('manifest', text), 'yaml').documents;
  if (document === undefined) throw new Error('a text has a document');
  const typed = typeManifest(document, program);
  const { results } = judge(compileProgram(program), typed, parseDate(asOf) ?? Number.NaN);
  return { outcomes: results.map(({ outcome }) => outcome), errors: typed.diagnostics.map(({ code }) => code) };
}

const truths: Readonly<Record<string, string>> = { pass: 'true', fail: 'false', unproven: 'unknown' };

/** What one condition comes to: true, false or unknown. Throws where the manifest has an error. */
export function truthOfExample({ clauses: condition, ...rest }: RuleExample): string {
  const { outcomes, errors } = judgeExample({ ...rest, clauses: `require ${condition}` });
  const [outcome, ...more] = outcomes;
  if (errors.length > 0 || more.length > 0) throw new Error(`${condition}: ${errors.join(', ')}`);
  return truths[outcome ?? ''] ?? `no answer: ${outcome}`;
}
