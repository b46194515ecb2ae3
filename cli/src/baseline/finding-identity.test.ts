import { buildProgram, compileProgram, parseDate, parsePolicy, sourceText } from '@waarborg/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { buildReport } from '../check/build-report.ts';
import { judgeManifests } from '../check/judge-manifests.ts';
import '../../../test/fuzz-cases.ts';
import { identifiedFindings } from './finding-identity.ts';
import { entryKey } from './read-baseline.ts';

const vocabulary = `vocabulary test.words version 1.0.0
manifest thing {
  id: text role id
  goal: text
  count: count
  items: list of item keyed by name
  exceptions: list of claim keyed by reference absent means none role claims
}
record item { name: text  fresh: yes-no  parts: list of part keyed by name }
record part { name: text  size: count }
record claim { reference: text  exception: text role claimed-exception  by: text role accountable
  begins: date role begins  ends: date role ends  reason: text role reason }
`;
const policy = `pack test.moved version 1.0.0
  title "Moved"
  use test.words 1
source act "The act"
rule whole "Whole" { mandatory cites act "1" require given: goal is recorded limit few: count to at most 3
  except e { agreed by "board" } }
rule each "Each" { mandatory cites act "2" for each item in items if any require fresh: item.fresh
  require parts: every item.parts.size is at most 3 }
rule within "Within" { mandatory cites act "3" for each part in items.parts if any require size: part.size is at most 3 }
`;
const { program, diagnostics } = buildProgram(
  [vocabulary, policy].map((text) => parsePolicy(sourceText('policy', text))),
);
const compiled = compileProgram(program);
const asOf = parseDate('2026-11-23') ?? 0;

/** What is found in a manifest, by what makes each finding the same one, whatever the file is called or looks like. */
function identitiesOf(file: string, text: string): readonly string[] {
  const bench = { program, compiled, asOf };
  const { manifests } = judgeManifests([{ path: file, shown: file }], bench, () => ({ kind: 'text', text }));
  const run = { asOf, failOn: 'mandatory', packs: [], manifests, problems: [], diagnostics: [], notices: [] } as const;
  const report = buildReport(run, 'en');
  expect(report.errors.concat(report.manifests.flatMap(({ errors }) => errors))).toEqual([]);
  return identifiedFindings(report)
    .map(({ identity, occurrence, finding }) => `${finding.outcome} ${entryKey({ ...identity, occurrence })}`)
    .sort();
}

const word = fc.constantFrom('a', 'b', 'c/d', 'e f', '~', 'é', "it's", '0');
const yesNo = fc.constantFrom('yes', 'no');
const part = fc.record({ name: word, size: fc.integer({ min: 0, max: 6 }) }, { requiredKeys: ['name'] });
const named = { selector: ({ name }: { readonly name: string }) => name, maxLength: 4 };
const item = fc.record({ name: word, fresh: yesNo, parts: fc.uniqueArray(part, named) }, { requiredKeys: ['name'] });
const claim = fc.record({
  reference: word,
  exception: fc.constantFrom('whole/e', 'whole/nothing', 'each/e'),
  by: fc.constantFrom('board', 'clerk'),
  begins: fc.constant('2026-01-01'),
  ends: fc.constantFrom('2026-10-01', '2027-01-01'),
  reason: word,
});
const manifest = fc.record(
  {
    goal: word,
    count: fc.integer({ min: 0, max: 6 }),
    items: fc.uniqueArray(item, named),
    exceptions: fc.uniqueArray(claim, { selector: ({ reference }) => reference, maxLength: 4 }),
  },
  { requiredKeys: [] },
);

type Manifest = Readonly<Record<string, unknown>>;

/** The same manifest with its keys, and the items of its lists, in another order. */
function turned(value: unknown, isReversed: boolean): unknown {
  if (!isReversed) return value;
  if (Array.isArray(value)) return value.map((each) => turned(each, true)).reverse();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => [key, turned(each, true)] as const)
      .reverse(),
  );
}

function yamlOf(value: Manifest, indent: number, isFlow: boolean): string {
  const written = stringify(value, {
    version: '1.2',
    indent,
    collectionStyle: isFlow ? 'flow' : 'block',
    defaultStringType: 'QUOTE_DOUBLE',
    lineWidth: isFlow ? 20 : 0,
  });
  return `# a comment\n\n${written}`;
}

describe('what makes a finding the same one', () => {
  it('is judged by rules without a mistake', () => {
    expect(diagnostics).toEqual([]);
  });

  it('holds when a manifest is moved, renamed, written as JSON, or put in another order or layout', () => {
    let seen = 0;
    fc.assert(
      fc.property(
        manifest,
        fc.integer({ min: 2, max: 6 }),
        fc.boolean(),
        fc.boolean(),
        (drawn, indent, isFlow, isReversed) => {
          const value = { vocabulary: 'test.words 1', id: 'm', ...drawn };
          const before = identitiesOf('a.analysis.yaml', yamlOf(value, 2, false));
          const other = turned(value, isReversed) as Manifest;
          expect(identitiesOf('deep/er/b.yml', yamlOf(other, indent, isFlow))).toEqual(before);
          expect(identitiesOf('b.json', JSON.stringify(other))).toEqual(before);
          seen += before.length;
        },
      ),
    );
    expect(seen).toBeGreaterThan(20);
  });

  it('holds when an item or a claim is added before the others', () => {
    fc.assert(
      fc.property(manifest, (drawn) => {
        const value = { vocabulary: 'test.words 1', id: 'm', ...drawn };
        const before = identitiesOf('a.yaml', yamlOf(value, 2, false));
        const items = [{ name: 'new', fresh: 'yes', parts: [{ name: 'p', size: 1 }] }, ...(drawn.items ?? [])];
        const good = {
          reference: 'new',
          exception: 'whole/e',
          by: 'board',
          begins: '2026-01-01',
          ends: '2027-01-01',
          reason: 'w',
        };
        const exceptions = [good, ...(drawn.exceptions ?? [])];
        // A claim that is good may except what the others were of no use for: only where the duty holds is it beside the point.
        const isBesideThePoint = drawn.goal !== undefined && (drawn.count ?? 9) <= 3;
        const more = {
          ...value,
          ...(drawn.items === undefined ? {} : { items }),
          ...(isBesideThePoint ? { exceptions } : {}),
        };
        expect(identitiesOf('a.yaml', yamlOf(more, 2, false))).toEqual(before);
      }),
    );
  });
});
