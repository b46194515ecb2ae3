import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changed, folderWith, goodManifest, smallPack, waarborg } from './run-waarborg.ts';

const other = (part: string, instead: string, pack = smallPack): string => {
  if (!pack.includes(part)) throw new Error(`the pack has no ${part}`);
  return pack.replace(part, instead);
};

/** A weaker pack: the bound of a rule doubled. */
const weaker = other('count = 100', 'count = 200');

const manifests = {
  'm/good.analysis.yaml': goodManifest,
  'm/large.analysis.yaml': changed(
    'method: { profiling: no }',
    'method: { profiling: yes }\ndata_subjects: 150',
    'large',
  ),
};

const asOf = ['--as-of', '2026-11-23'];

function diff(old: string, next: string, more: readonly string[] = [], files: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({ 'old.waarborg': old, 'new/pack.waarborg': next, ...files });
  return waarborg(['diff', 'old.waarborg', 'new', ...asOf, ...more], { folder });
}

describe('waarborg diff', () => {
  it('says what changed, which verdicts did, and which step of the version that asks for', () => {
    expect(diff(smallPack, weaker, ['--manifests', 'm'], manifests)).toEqual({
      exit: 0,
      output: `test.small 1.2.3

~ parameter most-subjects
    ▼ value: 100 → 200 — weaker
        for small

These changes ask for a major step: verdicts of mandatory or comply-or-explain duties may change.
The version is still 1.2.3: that is too little.

m/large.analysis.yaml  large: does not meet the rules → meets the rules
  ▼ small: does not meet → meets — milder
        - few (mandatory): \`data_subjects\` is 150, and must be at most 100 (most-subjects).
        by parameter most-subjects: value

1 change: 1 weaker, 0 may be weaker, 0 stricter, 0 without effect on verdicts.
2 manifests judged by both: 1 verdict milder, 0 stricter.
`,
      errors: '',
    });
  });

  it('finds no difference in another layout', () => {
    const { exit, output } = diff(smallPack, smallPack.replaceAll('\n', '\r\n').replaceAll('  ', '    // again\r\n  '));
    expect([exit, output]).toEqual([
      0,
      'test.small 1.2.3\n\nNothing changed, so the version may stay.\nThe version stays 1.2.3.\n\nThe rules did not change.\n',
    ]);
  });

  it('gives the same bytes for the same input', () => {
    const run = (): string => diff(smallPack, weaker, ['--manifests', 'm', '--format', 'json'], manifests).output;
    expect(run()).toBe(run());
  });

  it('speaks Dutch', () => {
    const { output } = diff(smallPack, weaker, ['--language', 'nl', '--manifests', 'm'], manifests);
    expect(output).toContain('▼ waarde: 100 → 200 — milder');
    expect(output).toContain('▼ small: voldoet niet → voldoet — milder');
    expect(output).toContain('2 manifesten naar beide beoordeeld: 1 oordeel milder, 0 strenger.');
  });

  it('compares installed packages', () => {
    const installed = (name: string, text: string) => ({
      [`node_modules/${name}/package.json`]: `{ "name": "${name}", "keywords": ["waarborg"] }`,
      [`node_modules/${name}/a.waarborg`]: text,
    });
    const folder = folderWith({ ...installed('one', smallPack), ...installed('two', weaker) });
    expect(waarborg(['diff', 'one', 'two'], { folder }).output).toContain('▼ value: 100 → 200 — weaker');
  });

  it('reads manifests from standard input once, for both sides', () => {
    const folder = folderWith({ 'old.waarborg': smallPack, 'new.waarborg': weaker });
    const input = manifests['m/large.analysis.yaml'];
    const { output } = waarborg(['diff', 'old.waarborg', 'new.waarborg', ...asOf, '--manifests', '-'], {
      folder,
      input,
    });
    expect(output).toContain('standard input  large: does not meet the rules → meets the rules\n');
  });

  it('keeps control characters of a policy away from the terminal', () => {
    const { output } = diff(smallPack, other('"Small rules"', '"Small \u001b[31mrules"'));
    expect(output).toContain('\\u001b[31m');
    expect(output).not.toContain('\u001b');
  });
});

describe('waarborg diff --fail-on-weaker', () => {
  const gate = ['--fail-on-weaker'];
  it('exits with 1 where a change is weaker for certain', () => {
    expect(diff(smallPack, weaker, gate).exit).toBe(1);
    expect(diff(weaker, smallPack, gate).exit).toBe(0);
    expect(diff(smallPack, other('mandatory', 'comply-or-explain'), gate).exit).toBe(1);
    expect(diff(smallPack, smallPack.slice(0, smallPack.indexOf('rule explained-basis')), gate).exit).toBe(1);
    const exception = 'given: goal is recorded\n  except late { ground "x" agreed by "CIO" lasts at most 1 years }';
    expect(diff(smallPack, other('given: goal is recorded', exception), gate).exit).toBe(1);
  });

  it('exits with 0 for a change that may be weaker, unless that is asked or a verdict is milder', () => {
    const narrowed = other('when method.profiling', 'when method.profiling and data_subjects is more than 200');
    expect(diff(smallPack, narrowed, gate).exit).toBe(0);
    expect(diff(smallPack, narrowed, ['--fail-on-possibly-weaker']).exit).toBe(1);
    expect(diff(smallPack, narrowed, [...gate, '--manifests', 'm'], manifests).exit).toBe(1);
  });

  it('exits with 0 for words', () => {
    const reworded = other('"The analysis has a goal"', '"There is a goal"');
    expect(diff(smallPack, reworded, ['--fail-on-possibly-weaker']).exit).toBe(0);
  });
});

describe('waarborg diff --format', () => {
  it('gives the same as data', () => {
    const { exit, output } = diff(smallPack, weaker, ['--manifests', 'm', '--format', 'json'], manifests);
    expect(exit).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      format: 'waarborg-diff/1',
      language: 'en',
      asOf: '2026-11-23',
      old: { path: 'old.waarborg', packs: [{ name: 'test.small', version: '1.2.3' }] },
      packs: [
        {
          name: 'test.small',
          version: { needed: 'major', made: 'none', tooSmall: true, reasons: ['verdicts'] },
          items: [
            {
              kind: 'parameter',
              id: 'test.small/most-subjects',
              status: 'changed',
              changes: [
                {
                  kind: 'value',
                  old: '100',
                  new: '200',
                  direction: 'weaker',
                  basis: 'proved',
                  step: 'major',
                  stepReason: 'verdicts',
                  reaches: ['test.small/small'],
                },
              ],
            },
          ],
        },
      ],
      fields: [],
      manifests: [
        {
          file: 'm/large.analysis.yaml',
          id: 'large',
          move: 'milder',
          old: { verdict: 'fail', errors: [] },
          new: { verdict: 'pass', errors: [] },
          changes: [
            {
              rule: 'test.small/small',
              subject: '',
              subjectKey: null,
              move: 'milder',
              old: { outcome: 'fail', level: 'mandatory', findings: [{ duty: 'few', outcome: 'fail' }] },
              new: { outcome: 'pass', findings: [] },
              through: [{ item: 'parameter', id: 'test.small/most-subjects', kind: 'value', part: null }],
            },
          ],
        },
      ],
      counts: {
        changes: { none: 0, weaker: 1, stricter: 0, open: 0 },
        verdicts: { milder: 1, stricter: 0 },
        manifests: { judged: 2, milder: 1, stricter: 0, errors: 0 },
      },
      errors: [],
      verdict: 'weaker',
    });
  });

  it('gives Markdown in which nothing of a policy is taken for Markdown', () => {
    const odd = other('"The analysis has a goal"', '"A <b>goal</b> | *or* [two](x) @all"');
    const { output } = diff(smallPack, odd, ['--format', 'markdown']);
    expect(output).toBe(`## test.small 1.2.3

These changes ask for a patch step: only the wording changed.
**The version is still 1.2.3: that is too little.**

### Rule goal (changed, mandatory)

A \\<b\\>goal\\</b\\> \\| \\*or\\* \\[two\\](x) \\@all

- Title
  - old: The analysis has a goal
  - new: A \\<b\\>goal\\</b\\> \\| \\*or\\* \\[two\\](x) \\@all

1 change: 0 weaker, 0 may be weaker, 0 stricter, 1 without effect on verdicts.
`);
  });

  it('shows the names of fields in Markdown as code', () => {
    const narrowed = other('limit few: data_subjects to at most', 'limit few: data_subjects to at least');
    const { output } = diff(smallPack, narrowed, ['--format', 'markdown', '--language', 'nl']);
    expect(output).toContain(`- Wat wordt vereist (few) — **mogelijk milder**
  - oud: \`data_subjects\` moet ten hoogste 100 (\`most-subjects\`) zijn.
  - nieuw: \`data_subjects\` moet ten minste 100 (\`most-subjects\`) zijn.
`);
  });

  it('writes files as well', () => {
    const folder = folderWith({ 'old.waarborg': smallPack, 'new.waarborg': weaker });
    const formats = ['--format', 'json=out.json', '--format', 'markdown=out.md', '--format', 'text'];
    const { exit, output } = waarborg(['diff', 'old.waarborg', 'new.waarborg', ...formats], { folder });
    expect([exit, output.startsWith('test.small 1.2.3\n')]).toEqual([0, true]);
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).toMatchObject({ format: 'waarborg-diff/1' });
    expect(readFileSync(join(folder, 'out.md'), 'utf8')).toMatch(/^## test.small 1.2.3\n/);
  });
});

describe('waarborg diff, where something is wrong,', () => {
  it.each([
    [['old.waarborg', 'nothing-there'], 'WB0907'],
    [['nothing-there', 'new'], 'WB0907'],
    [['old.waarborg'], 'WB0910'],
    [['old.waarborg', 'new', 'third'], 'WB0910'],
    [['old.waarborg', 'new', '--as-of', 'yesterday'], 'WB0910'],
    [['old.waarborg', 'new', '--format', 'html'], 'WB0910'],
    [['old.waarborg', 'new', '--language', 'fr'], 'WB0910'],
    [['old.waarborg', 'new', '--fail-on-stricter'], 'WB0910'],
    [['old.waarborg', 'new', '--manifests', 'no-such-folder'], 'WB0901'],
    [['old.waarborg', 'new', '--manifests', 'new'], 'WB0903'],
  ])('exits with 2 for %j', (written, code) => {
    const folder = folderWith({ 'old.waarborg': smallPack, 'new/pack.waarborg': weaker });
    const { exit, errors } = waarborg(['diff', ...written], { folder });
    expect(exit).toBe(2);
    expect([...new Set(errors.match(/WB\d{4}/g))]).toEqual([code]);
  });

  it('says the errors of a policy, on whichever side, and compares nothing', () => {
    const broken = other('goal is recorded', 'gaol is recorded');
    for (const [old, next] of [
      [smallPack, broken],
      [broken, smallPack],
    ] as const) {
      const { exit, output, errors } = diff(old, next);
      expect([exit, output]).toEqual([2, '']);
      expect(errors).toContain('WB0301');
    }
  });

  it('says that a vocabulary alone is no pack', () => {
    const { exit, errors } = diff(
      'vocabulary test.words version 1.0.0\nmanifest thing { id: text role id }\n',
      smallPack,
    );
    expect([exit, errors]).toEqual([2, expect.stringContaining('There is no pack here to compare')]);
  });

  it('compares the other manifests where one cannot be read, and says by which side', () => {
    const { exit, output } = diff(smallPack, weaker, ['--manifests', 'm'], {
      ...manifests,
      'm/broken.analysis.yaml': 'id: [',
    });
    expect(exit).toBe(2);
    expect(output).toContain('by the old rules:');
    expect(output).toContain('▼ small: does not meet → meets — milder');
    expect(output).toContain('1 manifest could not be judged, wholly or in part, by one side or by both.');
  });

  it('says that a manifest has an error for the new side only', () => {
    const words = (field: string): string =>
      `vocabulary test.words version 1.0.0\nmanifest thing { id: text role id  ${field}: text }\n`;
    const pack =
      'pack test.pack version 1.0.0\n  use test.words 1\nrule a "A" { mandatory chosen by "us" require id is recorded }\n';
    const folder = folderWith({
      'old/words.waarborg': words('goal'),
      'old/pack.waarborg': pack,
      'new/words.waarborg': words('purpose'),
      'new/pack.waarborg': pack,
      'm.yaml': 'vocabulary: test.words 1\nid: m\ngoal: x\n',
    });
    const written = ['diff', 'old', 'new', '--manifests', 'm.yaml', '--format', 'json', '--fail-on-weaker'];
    const { exit, output } = waarborg(written, { folder });
    expect(exit).toBe(2);
    expect(JSON.parse(output)).toMatchObject({
      manifests: [{ move: 'stricter', old: { verdict: 'pass', errors: [] }, new: { verdict: 'error', errors: [{}] } }],
      counts: { manifests: { stricter: 1, errors: 1 } },
      verdict: 'error',
    });
  });

  it('says where a report cannot be written', () => {
    const { exit, errors } = diff(smallPack, weaker, ['--format', 'json=no-such-folder/out.json']);
    expect([exit, errors.match(/WB\d{4}/g)]).toEqual([2, ['WB0909']]);
  });

  it('says that a file cannot be read', () => {
    const folder = folderWith({ 'old.waarborg': smallPack, 'new.waarborg': Buffer.from([0xff, 0xfe, 0x00]) });
    chmodSync(join(folder, 'old.waarborg'), 0o644);
    const { exit, errors } = waarborg(['diff', 'old.waarborg', 'new.waarborg'], { folder });
    expect([exit, errors.match(/WB\d{4}/g)]).toEqual([2, ['WB0905']]);
  });
});
