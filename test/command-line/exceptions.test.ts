import { describe, expect, it } from 'vitest';
import { folderWith, type Outcome, waarborg } from './run-waarborg.ts';

const pack = `pack test.listed version 1.0.0
  title "Listed"
  use waarborg.analysis 1
source act "The act"
rule person-decides nl "Een mens beslist" en "A person decides" {
  mandatory
  cites act "art. 1"
  require decision.automation is not full
  except emergency "There is acute danger" {
    ground danger "Danger to people"
    agreed by "director"
    lasts at most 6 weeks
  }
}
rule goal "There is a goal" {
  comply-or-explain
  cites act "art. 2"
  require goal is recorded
}
`;

const claim = (reference: string, parts: Readonly<Record<string, string>> = {}): string => {
  const fields = {
    exception: 'person-decides/emergency',
    ground: 'danger',
    agreed_by: 'director',
    begins: '2026-01-01',
    ends: '2026-02-12',
    reason: 'The dike may break',
    ...parts,
  };
  const written = Object.entries(fields).filter(([, value]) => value !== '');
  return `  - { reference: ${reference}, ${written.map(([key, value]) => `${key}: ${value}`).join(', ')} }\n`;
};

const full = 'goal: none\ndecision: { automation: full }\n';

function exceptions(claims: string, ...more: readonly string[]): Outcome {
  const folder = folderWith({
    'listed.waarborg': pack,
    'a.analysis.yaml': `id: a\n${full}exceptions:\n${claims}`,
  });
  return waarborg(['exceptions', '--policy', 'listed.waarborg', '--as-of', '2026-02-01', ...more], { folder });
}

/** The state of the one thing that is claimed. */
function stateOf(claims: string, ...more: readonly string[]): readonly unknown[] {
  const { exit, output } = exceptions(claims, '--format', 'json', ...more);
  const [first] = JSON.parse(output).claims;
  return [first.state, first.fault, exit];
}

describe('the state of what is claimed', () => {
  it('is told for each of them', () => {
    expect(stateOf(claim('E'))).toEqual(['ends-soon', null, 0]);
    expect(stateOf(claim('E', { begins: '2026-02-01', ends: '2026-03-15' }))).toEqual(['in-force', null, 0]);
    expect(stateOf(claim('E', { begins: '2026-02-02', ends: '2026-03-05' }))).toEqual(['not-begun', null, 0]);
    expect(stateOf(claim('E', { ends: '2026-01-31' }))).toEqual(['ended', null, 0]);
    expect(stateOf(claim('E', { ends: '2026-02-13' }))[0]).toBe('too-long');
    expect(stateOf(claim('E', { agreed_by: 'clerk' }))).toEqual([
      'not-allowed',
      '"clerk" agreed, and "director" may agree',
      1,
    ]);
    expect(stateOf(claim('E', { ends: '' }))).toEqual(['incomplete', 'not recorded: the last day', 1]);
    expect(stateOf(claim('E', { exception: 'person-decide/emergency' }))).toEqual([
      'unknown',
      'no pack here has this rule',
      1,
    ]);
    expect(stateOf(claim('E', { exception: 'person-decides/emergence' }))).toEqual([
      'unknown',
      'the rule has no such exception',
      1,
    ]);
  });

  it('is not needed where the duty passes without it', () => {
    const folder = folderWith({
      'listed.waarborg': pack,
      'a.analysis.yaml': `id: a\ngoal: To know\ndecision: { automation: none }\nexceptions:\n${claim('E')}explanations:\n  - { reference: U, rule: goal, reason: why, accountable: Head, begins: 2026-01-01, ends: 2026-12-31 }\n`,
    });
    const given = ['exceptions', '--policy', 'listed.waarborg', '--as-of', '2026-02-01', '--format', 'json'];
    const { claims, counts } = JSON.parse(waarborg(given, { folder }).output);
    expect(claims.map(({ state }: { state: string }) => state)).toEqual(['unused', 'unused']);
    expect(counts.unused).toBe(2);
  });
});

describe('the list of what is claimed', () => {
  const several = [
    claim('LATE', { begins: '2026-02-13', ends: '2026-03-20' }),
    claim('SOON'),
    claim('NEVER', { ends: '' }),
    claim('PAST', { ends: '2026-01-31' }),
  ].join('');

  it('is in the order of their last days, and says who, what, why, until when and where', () => {
    const { output } = exceptions(several);
    const order = [...output.matchAll(/exception (\w+) —/g)].map(([, reference]) => reference);
    expect(order).toEqual(['NEVER', 'PAST', 'SOON', 'LATE']);
    expect(output).toContain('2026-02-12  exception SOON — ends within a month\n');
    expect(output).toMatch(/About +A person decides \(person-decides\/emergency\)/);
    expect(output).toMatch(/Who +director/);
    expect(output).toMatch(/Why +The dike may break/);
    expect(output).toMatch(/Period +from 2026-01-01 until 2026-02-12/);
    expect(output).toMatch(/Where +a · a\.analysis\.yaml:6:5/);
    expect(output).toContain('4 entries in 1 manifest, as of 2026-02-01: incomplete 1, ended 1');
  });

  it('has what stands beside manifests, with its place there', () => {
    const folder = folderWith({
      'listed.waarborg': pack,
      'a.analysis.yaml': `id: a\n${full}`,
      'a.exceptions.yaml': `manifest: a\nexceptions:\n${claim('E')}`,
    });
    const given = ['exceptions', '--policy', 'listed.waarborg', '--as-of', '2026-02-01', '--format', 'json'];
    const [first] = JSON.parse(waarborg(given, { folder }).output).claims;
    expect([first.manifest, first.file, first.location.pointer, first.location.start]).toEqual([
      'a',
      'a.exceptions.yaml',
      '/exceptions/0',
      { line: 3, column: 5 },
    ]);
  });

  it('is Dutch where that is asked, in every format', () => {
    const text = exceptions(several, '--language', 'nl').output;
    expect(text).toContain('uitzondering SOON — eindigt binnen een maand');
    expect(text).toContain('Een mens beslist (person-decides/emergency)');
    expect(exceptions(several, '--language', 'nl', '--format', 'markdown').output).toContain(
      '# Uitzonderingen en uitleg, op volgorde van hun laatste dag',
    );
    expect(exceptions(several, '--language', 'nl', '--format', 'html').output).toContain('<html lang="nl"');
  });

  it('can do no harm in a spreadsheet or a terminal', () => {
    const reason = JSON.stringify('=HYPERLINK("http://x")');
    const csv = exceptions(
      claim('"@E"', { reason, ground: JSON.stringify('danger\u001b[31m, "x"') }),
      '--format',
      'csv',
    ).output;
    const [head, row] = csv.split('\r\n');
    expect(head).toMatch(/^ends,begins,state,/);
    expect(row).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(row).toContain(`,'@E,`);
    expect(csv).not.toContain('\u001b');
    expect(exceptions(claim('E', { reason: '"\\u001b[31mred"' })).output).not.toContain('\u001b');
  });

  it('says so where nothing is claimed, and where something cannot be read', () => {
    const nothing = exceptions('  []\n');
    expect([nothing.exit, nothing.output]).toEqual([
      0,
      'No exception is claimed and no departure explained. (1 manifest, as of 2026-02-01)\n',
    ]);
    const broken = exceptions('  - [\n');
    expect([broken.exit, broken.errors.includes('WB0501')]).toEqual([2, true]);
    expect(exceptions('  []\n', '--format', 'xlsx').errors).toContain('--format cannot be `xlsx`');
    expect(exceptions('  []\n', '--as-of', 'never').exit).toBe(2);
  });
});
