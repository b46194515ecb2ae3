import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../../test/fuzz-cases.ts';
import { readFileSync } from 'node:fs';
import { buildProgram } from '../check/build-program.ts';
import { compileProgram, judge } from '../evaluate/judge.ts';
import { sourceText } from '../source/source.ts';
import { parsePolicy } from '../syntax/parse.ts';
import { parseDate } from '../values/calendar.ts';
import type { RawDocument } from './document.ts';
import { claimsOfNobody, joinClaims } from './join-claims.ts';
import { readDocuments } from './read-document.ts';
import { typeManifest } from './type-manifest.ts';

const words = readFileSync(new URL('../../../test/conformance/words.waarborg', import.meta.url), 'utf8');
const policy = `pack test.joined version 1.0.0
  title "Joined"
  use suite.words 1
source act "The act"
rule r "R" { mandatory cites act "1" require a
  except e { ground g "G" agreed by "board" lasts at most 6 months } }
rule s "S" { comply-or-explain cites act "2" for each i in items if any require i.cases is at least 3 }
`;
const { program, diagnostics } = buildProgram([words, policy].map((text) => parsePolicy(sourceText('policy', text))));
const compiled = compileProgram(program);
const day = parseDate('2026-11-23') ?? 0;

function documentsOf(name: string, text: string): readonly RawDocument[] {
  return readDocuments(sourceText(name, text), 'yaml').documents;
}

/** What judging gives, in words that say nothing of places; and the files in which its findings and notices stand. */
function judged(
  own: object,
  beside: object | undefined,
): { readonly said: unknown; readonly files: readonly string[] } {
  const [document] = documentsOf('m', JSON.stringify({ vocabulary: 'suite.words 1', id: 'm', ...own }));
  if (document === undefined) throw new Error('a manifest is a document');
  const more = beside === undefined ? [] : documentsOf('beside', JSON.stringify({ manifest: 'm', ...beside }));
  const typed = joinClaims(typeManifest(document, program), more, program);
  expect(typed.diagnostics).toEqual([]);
  const { results, notices } = judge(compiled, typed, day);
  const findings = results.flatMap((result) =>
    result.findings.map((finding) => ({ result, finding, details: finding.explain() })),
  );
  return {
    said: [
      results.map(({ rule, outcome, subjectKey, claim, explanation, exceptions }) =>
        JSON.stringify([rule, outcome, subjectKey, claim, explanation, exceptions]),
      ),
      findings.map(({ details }) => details.message.en),
      notices.map(({ kind, message }) => [kind, message.en]),
    ],
    files: [
      ...findings.map(({ details }) => details.location.span.source.name),
      ...notices.flatMap(({ location }) => location?.span.source.name ?? []),
    ],
  };
}

const date = fc.constantFrom('2026-01-01', '2026-06-30', '2026-11-01', '2026-12-01', '2027-03-01');
const claim = fc.record(
  {
    exception: fc.constantFrom('r/e', 'test.joined/r/e', 'r/f', 'q/e', 's/e'),
    ground: fc.constantFrom('g', 'h'),
    by: fc.constantFrom('board', 'clerk'),
    begins: date,
    ends: date,
    reason: fc.constant('why'),
  },
  { requiredKeys: ['exception'] },
);
const explanation = fc.record(
  {
    rule: fc.constantFrom('s', 'r', 'q'),
    subjects: fc.constantFrom(['one'], ['two'], ['one', 'two']),
    by: fc.constant('board'),
    begins: date,
    ends: date,
    reason: fc.constant('why'),
  },
  { requiredKeys: ['rule'] },
);
const numbered = <T extends object>(each: fc.Arbitrary<T>): fc.Arbitrary<readonly object[]> =>
  fc.array(each, { maxLength: 5 }).map((all) => all.map((one, index) => ({ reference: `x${index}`, ...one })));

describe('what is claimed in a file beside a manifest', () => {
  it('is judged by rules without a mistake', () => {
    expect(diagnostics).toEqual([]);
  });

  it('means the same as in the manifest, wherever the one ends and the other begins', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('yes', 'no', undefined),
        numbered(claim),
        numbered(explanation),
        fc.nat({ max: 5 }),
        fc.nat({ max: 5 }),
        (a, exceptions, explanations, first, second) => {
          const facts = {
            ...(a === undefined ? {} : { a }),
            items: [
              { name: 'one', cases: 1 },
              { name: 'two', cases: 5 },
            ],
          };
          const whole = judged({ ...facts, exceptions, explanations }, undefined);
          const own = { exceptions: exceptions.slice(0, first), explanations: explanations.slice(0, second) };
          const beside = { exceptions: exceptions.slice(first), explanations: explanations.slice(second) };
          expect(judged({ ...facts, ...own }, beside).said).toEqual(whole.said);
          // What is said of a claim points into the file that it stands in.
          const all = judged(facts, { exceptions, explanations });
          expect(all.said).toEqual(whole.said);
          expect(new Set(all.files).isSubsetOf(new Set(['m', 'beside']))).toBe(true);
        },
      ),
    );
  });

  it('points at the value in the file that it stands in', () => {
    const no = { a: 'no', items: [{ name: 'one', cases: 3 }] };
    const late = {
      reference: 'x',
      exception: 'r/e',
      ground: 'g',
      by: 'board',
      begins: '2026-01-01',
      ends: '2026-06-30',
      reason: 'w',
    };
    expect(judged({ ...no, exceptions: [late] }, undefined).files).toEqual(['m', 'm']);
    expect(judged(no, { exceptions: [late] }).files).toEqual(['m', 'beside']);
  });

  it('is of nobody where no manifest has the id, and is not guessed at', () => {
    const beside = documentsOf('beside', 'manifest: other\n---\n- a list\n');
    expect(claimsOfNobody(beside, ['m', 'others']).map(({ code }) => code)).toEqual(['WB0564']);
    expect(claimsOfNobody(beside, ['other'])).toEqual([]);
  });

  it('leaves a manifest that cannot be judged as it is', () => {
    const [document] = documentsOf('m', '- a list');
    if (document === undefined) throw new Error('a text has a document');
    const typed = typeManifest(document, program);
    expect(joinClaims(typed, documentsOf('beside', 'manifest: m'), program)).toBe(typed);
  });
});
