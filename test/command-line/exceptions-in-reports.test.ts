import { describe, expect, it } from 'vitest';
import { folderWith, waarborg } from './run-waarborg.ts';

const pack = `pack test.excepted version 1.0.0
  title "Excepted"
  use waarborg.analysis 1
source act "The act"
source order "The order"
parameter head: text = "director" set by "the board" because "It is their office" review by 2030-01-01
parameter longest: duration = 6 weeks set by "the board" because "Short enough to notice" review by 2030-01-01
rule person-decides "A person decides" {
  mandatory
  cites act "art. 1"
  require decision.automation is not full
  except emergency "There is acute danger" {
    ground danger "Danger to people"
    agreed by head
    lasts at most longest
    still require human_review.can_overrule
    cites order "art. 9"
  }
}
`;

const claim = (number: number, begins: string, ends: string): string =>
  `  - { reference: E-${number}, exception: person-decides/emergency, ground: danger, agreed_by: director, begins: ${begins}, ends: ${ends}, reason: The dike may break }\n`;

function checked(claims: string, ...options: readonly string[]): ReturnType<typeof waarborg> {
  const manifest = `vocabulary: waarborg.analysis 1\nid: dike\ndecision: { automation: full }\nhuman_review: { can_overrule: yes }\nexceptions:\n${claims}`;
  const folder = folderWith({ 'excepted.waarborg': pack, 'dike.analysis.yaml': manifest });
  const given = ['check', '--policy', 'excepted.waarborg', '--language', 'en', ...options];
  return waarborg(given, { folder });
}

const first = claim(1, '2026-01-01', '2026-02-12');
const second = claim(2, '2026-02-13', '2026-03-27');

describe('an exception in a report', () => {
  it('is shown with what the pack chose for it and with its source, and with --verbose what stays owed', () => {
    const { exit, output } = checked(first, '--as-of', '2026-02-01');
    expect(exit).toBe(0);
    expect(output).toMatch(/Parameter +head = "director", set by the board, because: It is their office/);
    expect(output).toMatch(/Parameter +longest = 6 weeks, set by the board, because: Short enough to notice/);
    expect(output).toMatch(/Source +The order, art\. 9/);
    expect(output).not.toContain('Still due');
    const verbose = checked(first, '--as-of', '2026-02-01', '--verbose').output;
    expect(verbose).toMatch(/Still due +human_review\.can_overrule/);
  });

  it('stands in JSON with its citations and what stays owed', () => {
    const report = JSON.parse(checked(first, '--as-of', '2026-02-01', '--format', 'json').output);
    const [result] = report.manifests[0].results;
    expect(result.exceptions).toEqual([
      {
        name: 'emergency',
        ground: 'Danger to people',
        approvedBy: 'director',
        begins: '2026-01-01',
        expires: '2026-02-12',
        cites: [{ source: 'order', at: 'art. 9', title: 'The order', quoting: null, address: null }],
        stillOwed: ['human_review.can_overrule'],
      },
    ]);
    expect(result.findings[0].parameters.map(({ name }: { name: string }) => name)).toEqual([
      'test.excepted/head',
      'test.excepted/longest',
    ]);
  });

  it('may be claimed six weeks at a time in one manifest, and says how to renew it after the last', () => {
    for (const day of ['2026-02-10', '2026-02-20']) {
      const { exit, errors } = checked(first + second, '--as-of', day);
      expect(exit, day).toBe(0);
      expect(errors.replaceAll(/\s+/g, ' '), day).toContain('The claim of the exception `emergency` does not hold');
    }
    const { exit, output } = checked(first + second, '--as-of', '2026-03-28');
    expect(exit).toBe(1);
    expect(output.replaceAll(/\s+/g, ' ')).toContain('add a claim with its own begin and end and the agreement for it');
  });

  it('names the parameter where a claim lasts too long', () => {
    const { exit, output } = checked(claim(1, '2026-01-01', '2026-02-13'), '--as-of', '2026-02-01');
    expect(exit).toBe(1);
    expect(output).toContain('it lasts longer than 6 weeks');
    expect(output).toMatch(/Parameter +longest = 6 weeks, set by the board/);
    expect(output).toMatch(/Source +The order, art\. 9/);
  });
});
