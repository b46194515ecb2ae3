import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changed, folderWith, goodManifest, type Outcome, smallPack, waarborg } from './run-waarborg.ts';

const files = {
  'small.waarborg': smallPack,
  'small.test.waarborg':
    'tests test.small\ntest "few people" { given { data_subjects: 3 } expect small does not apply }\n',
  'm/good.analysis.yaml': goodManifest,
  'm/many.analysis.yaml': changed('profiling: no', 'profiling: yes').concat('data_subjects: 101\n'),
};

function explain(written: readonly string[], more: Readonly<Record<string, string>> = {}): Outcome {
  const folder = folderWith({ ...files, ...more });
  return waarborg(['explain', '--policy', 'small.waarborg', '--as-of', '2026-11-23', ...written], { folder });
}

const smallText = `The analysis is small
  \`small\` · test.small 1.2.3 · small.waarborg:17
  The level is mandatory.

What it is about, and when it applies
  – Each manifest is judged as a whole.
  – The rule applies only if \`method.profiling\` is yes.

What it asks
  few
    \`data_subjects\` must be at most 100 (\`most-subjects\`).

What somebody chose
  most-subjects
    100.
    – Set by the test.
    – The reason: “it is small”.
    – To be reconsidered by 2030-01-01.

Sources
  – The act, art. 2
    – https://example.org/act

What a manifest must say
  method.profiling
    Yes or no. Whether the analysis profiles people.
  data_subjects
    A whole number. The number of data subjects whose data are processed.

What a change would touch
  – One test expects something of it:
    – few people (small.test.waarborg:2)

How the manifests stand with it
  – m/good.analysis.yaml (\`good\`): – does not apply
  – m/many.analysis.yaml (\`changed\`): ✗ does not meet
`;

describe('waarborg explain', () => {
  it('says what a rule asks, and what a change of it would touch', () => {
    expect(explain(['small', '--manifests', 'm'])).toEqual({ exit: 0, output: smallText, errors: '' });
  });

  it('says it in Dutch', () => {
    const { exit, output } = explain(['fresh', '--language', 'nl']);
    expect(exit).toBe(0);
    expect(output).toContain('Databestanden zijn actueel\n');
    expect(output).toContain('Het niveau is pas toe of leg uit.\n');
    expect(output).toContain('  – Elk onderdeel `dataset` van `datasets` wordt afzonderlijk beoordeeld.\n');
    expect(output).toContain('    `dataset.updated_on` moet op of na 2026-01-01 liggen.\n');
  });

  it('explains several rules, with or without their pack, each once', () => {
    const { exit, output } = explain(['goal', 'test.small/small', 'goal']);
    expect(exit).toBe(0);
    expect(output.match(/^The analysis .*$/gm)).toEqual(['The analysis has a goal', 'The analysis is small']);
  });

  it('knows the rules that ship with Waarborg, and the tests that stand with them', () => {
    const { exit, output } = waarborg(['explain', 'data-current'], { folder: folderWith({}) });
    expect(exit).toBe(0);
    expect(output).toContain('`dataset.updated_on` must lie within 1 year (`data-age`) before the as-of date.');
    expect(output).toContain('The parameter `longest-exception` is shared with');
    expect(output).toMatch(/\d+ tests expect something of it:/);
  });

  it('finds a rule by a name that it had, and says so', () => {
    const former = smallPack.replace(
      'mandatory\n  cites act "art. 1"',
      'mandatory\n  was purpose-given\n  cites act "art. 1"',
    );
    const { exit, output } = explain(['purpose-given'], { 'small.waarborg': former });
    expect([exit, output.includes('`purpose-given` is a name that this rule had before.')]).toEqual([0, true]);
    expect(explain(['goal'], { 'small.waarborg': former }).output).toContain('It was called `purpose-given` before.');
  });

  it('shows claims and explanations that name the rule, with their lines', () => {
    const explained = `${goodManifest.replace('updated_on: 2026-10-01', 'updated_on: 2025-10-01')}explanations:
  - reference: U-1
    rule: test.small/fresh
    reason: Renewed every other year
`;
    const { output } = explain(['fresh', '--manifests', 'a.analysis.yaml'], { 'a.analysis.yaml': explained });
    expect(output).toContain('  – a.analysis.yaml (`good`): ✗ does not meet (`incidents`)\n');
    expect(output).toContain('    – A departure is explained: `test.small/fresh` (line 9).\n');
  });

  it('names packs that use the pack of the rule', () => {
    const user = 'pack test.user version 1.0.0\n  use test.small 1\n  use waarborg.analysis 1\n';
    const { output } = explain(['goal', '--policy', 'user.waarborg'], { 'user.waarborg': user });
    expect(output).toContain('  – The pack is used by `test.user`.\n');
  });

  it('takes tests from where they are said to stand', () => {
    const { exit, output, errors } = explain(['small', '--tests', 'elsewhere'], { 'elsewhere/a.txt': '' });
    expect(exit).toBe(2);
    expect(output).toContain('The analysis is small\n');
    expect(errors).toContain('WB0913');
  });
});

/** Every name of a field in a value. */
function keysOf(value: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) found.add(key);
    keysOf(inner, found);
  }
  return found;
}

describe('the forms of an explanation', () => {
  it('is Markdown in which nothing that a policy says is markup', () => {
    const odd = smallPack.replace('The analysis is small"', 'A *small* [analysis](x) <b> _of_ `code` & 1 | 2"');
    const { exit, output } = explain(['small', '--format', 'markdown'], { 'small.waarborg': odd });
    expect(exit).toBe(0);
    expect(output).toMatch(/^# A \\\*small\\\* \\\[analysis\\\]\(x\) \\<b\\> \\_of\\_ `code` \\& 1 \\\| 2\n/);
    expect(output).toContain('## What it asks\n\n- `few` — `data_subjects` must be at most 100 (`most-subjects`).\n');
    expect(output).toContain('- The act, art. 2\n  - <https://example.org/act>\n');
  });

  it('is JSON as documented, in English unless a language is asked for', () => {
    const folder = folderWith(files);
    const options = { folder, environment: { LANG: 'nl_NL.UTF-8' } };
    const written = ['explain', 'small', '--policy', 'small.waarborg', '--as-of', '2026-11-23'];
    const { exit } = waarborg([...written, '--format', 'json=out.json', '--manifests', 'm'], options);
    const report = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'));
    expect(exit).toBe(0);
    expect(report).toMatchObject({
      format: 'waarborg-explanation/1',
      language: 'en',
      asOf: '2026-11-23',
      errors: [],
      rules: [
        {
          rule: 'test.small/small',
          packVersion: '1.2.3',
          file: 'small.waarborg',
          location: { start: { line: 17, column: 1 } },
          askedAs: null,
          title: 'The analysis is small',
          level: 'mandatory',
          whenNone: null,
          applies: [{ text: 'The rule applies only if `method.profiling` is yes.', parts: [] }],
          duties: [{ id: 'few', otherwise: null, isAwaited: false }],
          parameters: [{ id: 'test.small/most-subjects', value: '100', reviewBy: '2030-01-01', stricterWhen: null }],
          needs: [{ path: 'method.profiling', type: 'yes or no' }, { path: 'data_subjects' }],
          affected: {
            shared: [],
            packs: [],
            tests: [{ name: 'few people', file: 'small.test.waarborg', location: { start: { line: 2 } } }],
            manifests: [
              { id: 'good', outcomes: [{ subject: '', subjectKey: null, outcome: 'not-applicable' }] },
              { id: 'changed', outcomes: [{ outcome: 'fail' }], statements: [] },
            ],
          },
        },
      ],
    });
    const page = readFileSync(join(import.meta.dirname, '../../docs/reference/explain.md'), 'utf8');
    expect([...keysOf(report)].filter((key) => !page.includes(`"${key}":`))).toEqual([]);
    const dutch = waarborg([...written, '--format', 'json', '--language', 'nl'], options);
    expect(JSON.parse(dutch.output)).toMatchObject({ language: 'nl', rules: [{ title: 'De analyse is klein' }] });
    expect(waarborg([...written, '--format', 'json', '--language', 'nl'], options)).toEqual(dutch);
  });

  it('writes out characters that steer a terminal', () => {
    const steering = smallPack.replace('"The act"', '"The \u001b[31mact\u202e"');
    const { output } = explain(['small'], { 'small.waarborg': steering });
    expect(output).toContain('The \\u001b[31mact\\u202e, art. 2');
    const markdown = explain(['small', '--format', 'markdown'], { 'small.waarborg': steering }).output;
    expect(['\u001b', '\u202e'].filter((character) => markdown.includes(character))).toEqual([]);
  });
});

describe('waarborg explain, asked amiss', () => {
  it.each([
    [['smal'], 'WB0915', 'Did you mean `small`?'],
    [['test.small/gaol'], 'WB0915', 'Did you mean `test.small/goal`'],
    [['nothing-like-it-at-all'], 'WB0915', 'The rules are: goal, small, fresh, explained-basis.'],
    [['small', '--as-of', 'yesterday'], 'WB0910', '--as-of is a date'],
    [['small', '--format', 'html'], 'WB0910', 'text, markdown, json'],
    [['small', '--format', 'json=a', '--format', 'text=a'], 'WB0910', 'Two reports go to a'],
    [['small', '--language', 'de'], 'WB0910', '--language cannot be'],
    [['small', '--policy', 'nowhere'], 'WB0907', 'nowhere'],
    [['--policy', 'small.waarborg'], 'WB0910', 'Missing required argument'],
  ])('exits with 2 for %j', (written, code, words) => {
    const { exit, output, errors } = explain(written);
    expect([exit, output]).toEqual([2, '']);
    expect(errors.replaceAll(/\s+/g, ' ')).toContain(words);
    expect(errors).toContain(code);
  });

  it('explains what is there, beside what is not', () => {
    const { exit, output, errors } = explain(['small', 'smal']);
    expect([exit, output.startsWith('The analysis is small\n')]).toEqual([2, true]);
    expect(errors).toContain('WB0915');
  });

  it('asks for the pack where two have a rule of that name', () => {
    const other = smallPack.replace('pack test.small', 'pack test.other');
    const { exit, errors } = explain(['goal', '--policy', 'other.waarborg'], { 'other.waarborg': other });
    expect(exit).toBe(2);
    expect(errors).toContain('More than one rule is called `goal`');
    expect(errors.replaceAll(/\s+/g, ' ')).toContain('test.other/goal or test.small/goal');
    expect(explain(['test.other/goal', '--policy', 'other.waarborg'], { 'other.waarborg': other }).exit).toBe(0);
  });

  it('explains nothing of a policy with an error, and shows the error', () => {
    const wrong = smallPack.replace('goal is recorded', 'gaol is recorded');
    const { exit, output, errors } = explain(['small'], { 'small.waarborg': wrong });
    expect([exit, output]).toEqual([2, '']);
    expect(errors).toContain('WB0301');
  });

  it('says which manifests could not be judged, and how the others stand', () => {
    const { exit, output, errors } = explain(['small', '--manifests', 'm'], {
      'm/broken.analysis.yaml': 'id: broken\nmethod: { profiling: perhaps }\n',
    });
    expect(exit).toBe(2);
    expect(output).toContain('  – m/broken.analysis.yaml (`broken`): ? not shown\n');
    expect(output).toContain('  – m/many.analysis.yaml (`changed`): ✗ does not meet\n');
    expect(errors).toContain('m/broken.analysis.yaml');
  });

  it('says where the policies hold no rules', () => {
    const folder = folderWith({
      'words.waarborg': 'vocabulary t.words version 1.0.0\nmanifest thing { id: text role id }\n',
    });
    const { exit, errors } = waarborg(['explain', 'small', '--policy', 'words.waarborg'], { folder });
    expect([exit, errors.includes('The policies hold no rules at all')]).toEqual([2, true]);
  });

  it('says which test beside the policies cannot be read', () => {
    const { exit, output, errors } = explain(['small'], { 'broken.test.waarborg': 'tests test.small\ntest {' });
    expect([exit, output.startsWith('The analysis is small\n')]).toEqual([2, true]);
    expect(errors).toContain('broken.test.waarborg');
  });

  it('says where there are no manifests', () => {
    const { exit, errors } = explain(['small', '--manifests', 'nowhere']);
    expect([exit, errors.match(/WB\d+/)?.[0]]).toEqual([2, 'WB0901']);
  });
});
