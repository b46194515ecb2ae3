import { describe, expect, it } from 'vitest';
import { folderWith, type Outcome, smallPack, waarborg } from './run-waarborg.ts';

const tests = `tests test.small as of 2026-11-23

test "around the most subjects" {
  given { id: a method: { profiling: yes } }
  for data_subjects in 99, 101
  expect small passes, OUTCOME
}

test "<script>alert(1)</script> & | *pipes*" {
  given { id: a goal: "To know" }
  expect goal passes
}
`;

function run(outcome: string, ...more: readonly string[]): Outcome {
  const folder = folderWith({ 'small.waarborg': smallPack, 'a.test.waarborg': tests.replace('OUTCOME', outcome) });
  const { output, ...rest } = waarborg(['test', '--as-of', '2026-11-23', ...more], { folder });
  // Where a long name may be broken is no matter of what the page says.
  return { ...rest, output: output.replaceAll('<wbr>', '') };
}

describe('the page of a run of tests', () => {
  it('says how many tests passed and what they see, in the language asked', () => {
    const { exit, output, errors } = run('fails', '--coverage', '--format', 'html');
    expect([exit, errors]).toEqual([0, '']);
    expect(output).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
    expect(output).toMatch(/3 tests: 3 passed\. Coverage: \d+(?:\.\d)?%, \d+ of \d+ values\./);
    for (const id of ['unseen', 'rules', 'impossible', 'tests', 'rule--test.small--small']) {
      expect(output).toContain(`id="${id}"`);
    }
    expect(output).not.toContain('id="failed"');
    const dutch = run('fails', '--coverage', '--format', 'html', '--language', 'nl').output;
    expect(dutch).toContain('<html lang="nl">');
    expect(dutch).toMatch(/3 toetsen: 3 geslaagd\. Dekking: \d+(?:,\d)?%, \d+ van \d+ waarden\./);
  });

  it('shows expected and found of what failed, first', () => {
    const { exit, output } = run('passes', '--format', 'html');
    expect(exit).toBe(1);
    expect(output).toContain('3 tests: 1 failed, 2 passed.');
    expect(output).toMatch(
      /around the most subjects \[101\]<\/span>[\s\S]*a\.test\.waarborg:6:\d+[\s\S]*test\.small\/small/,
    );
    expect(output.indexOf('id="failed"')).toBeLessThan(output.indexOf('id="tests"'));
    expect(output).not.toContain('id="rules"');
  });

  it('lists what no test sees, and says so where tests see everything', () => {
    const { output } = run('fails', '--coverage', '--format', 'markdown');
    expect(output).toContain('## What no test sees');
    expect(output).toMatch(/`goal is recorded` \| false, unknown \|/);
    const shipped = waarborg(['test', '--coverage', '--format', 'markdown'], {
      folder: `${import.meta.dirname}/../../policies/nl-big-data-2016`,
    });
    expect(shipped.output).toContain('Tests see everything that can happen.');
  });

  it('holds no markup that a name of a test brings, and is the same each time', () => {
    const { output } = run('fails', '--format', 'html');
    expect(output).not.toContain('<script');
    expect(output).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; | *pipes*');
    expect(run('fails', '--format', 'html').output).toBe(output);
    const { output: markdown } = run('fails', '--format', 'markdown');
    expect(markdown).not.toMatch(/(?<!\\)<script/);
    expect(markdown).toContain('\\*pipes\\*');
  });

  it('shows what could not be run, and why', () => {
    const { exit, output } = run('fails because of fewer', '--format', 'html');
    expect(exit).toBe(2);
    expect(output).toContain('3 tests: 2 not run, 1 passed.');
    expect(output).toMatch(/<code>a\.test\.waarborg:6:\d+<\/code> — [^<]*fewer[^<]* \(WB0607\)/);
  });
});
