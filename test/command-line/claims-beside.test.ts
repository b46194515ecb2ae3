import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, type Outcome, waarborg } from './run-waarborg.ts';

const pack = `pack test.beside version 1.0.0
  title "Beside"
  use waarborg.analysis 1
source act "The act"
rule person-decides "A person decides" {
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

const manifest = 'id: dike\ngoal: none\ndecision: { automation: full }\n';
const claim = (reference: string, ends = '2026-02-12'): string =>
  `  - { reference: ${reference}, exception: person-decides/emergency, ground: danger, agreed_by: director, begins: 2026-01-01, ends: ${ends}, reason: The dike may break }\n`;
const explanation =
  'explanations:\n  - { reference: U-1, rule: goal, reason: Being written, accountable: Head, begins: 2026-01-01, ends: 2026-12-31 }\n';
const beside = `manifest: dike\nexceptions:\n${claim('E-1')}${explanation}`;

type Files = Readonly<Record<string, string>>;

function check(files: Files, ...more: readonly string[]): Outcome {
  const folder = folderWith({ 'beside.waarborg': pack, ...files });
  return waarborg(['check', '--policy', 'beside.waarborg', '--as-of', '2026-02-01', ...more], { folder });
}

const bare = { 'dike.analysis.yaml': manifest };

describe('what is claimed in a file beside a manifest', () => {
  it('counts as if it stood in the manifest', () => {
    expect(check(bare).exit).toBe(1);
    expect(check({ ...bare, 'dike.exceptions.yaml': beside }).exit).toBe(0);
    const json = (files: Files): unknown => {
      const { manifests } = JSON.parse(check(files, '--format', 'json').output);
      return manifests[0].results.map(({ outcome, exceptions, explanation: explained }: Record<string, unknown>) => [
        outcome,
        exceptions,
        explained,
      ]);
    };
    const own = { 'dike.analysis.yaml': `${manifest}exceptions:\n${claim('E-1')}${explanation}` };
    expect(json({ ...bare, 'dike.exceptions.yaml': beside })).toEqual(json(own));
  });

  it('may be JSON, or .yml, and be shared by documents of one file', () => {
    const yml = { ...bare, 'dike.exceptions.yml': beside };
    expect(check(yml).exit).toBe(0);
    const claims = { reference: 'E-1', exception: 'person-decides/emergency', ground: 'danger', agreed_by: 'director' };
    const dated = { ...claims, begins: '2026-01-01', ends: '2026-02-12', reason: 'why' };
    const why = {
      reference: 'U',
      rule: 'goal',
      reason: 'why',
      accountable: 'Head',
      begins: '2026-01-01',
      ends: '2026-12-31',
    };
    const text = JSON.stringify({ manifest: 'dike', exceptions: [dated], explanations: [why] });
    expect(check({ ...bare, 'dike.exceptions.json': text }).exit).toBe(0);
    const two = `${manifest}---\n${manifest.replace('dike', 'dune')}`;
    const both = `${beside}---\n${beside.replace('dike', 'dune')}`;
    expect(check({ 'dike.analysis.yaml': two, 'dike.exceptions.yaml': both }).exit).toBe(0);
    expect(check({ 'dike.analysis.yaml': two, 'dike.exceptions.yaml': beside }).exit).toBe(1);
  });

  it('is found for a manifest that is named, and stands for its manifest where it is named itself', () => {
    const files = { 'a/dike.analysis.yaml': manifest, 'a/dike.exceptions.yaml': beside, 'b/other.yaml': manifest };
    for (const target of ['a/dike.analysis.yaml', 'a/dike.exceptions.yaml', 'a/*', 'a']) {
      const { exit, output } = check(files, target);
      expect([exit, output.split('\n')[0]], target).toEqual([0, 'a/dike.analysis.yaml']);
    }
    const plain = { 'dike.yaml': manifest, 'dike.exceptions.yaml': beside };
    expect(check(plain, 'dike.yaml').exit).toBe(0);
    expect(check(plain, 'dike.exceptions.yaml').exit).toBe(0);
  });

  it('is shown at its own place, in every format', () => {
    const files = { ...bare, 'dike.exceptions.yaml': beside.replace('2026-02-12', '2026-03-12') };
    const of = (format: string): string => check(files, '--format', format).output;
    expect(of('text')).toMatch(/dike\.exceptions\.yaml:3:\d+\n +3 │ .*2026-03-12/);
    expect(of('github')).toMatch(/::error file=dike\.exceptions\.yaml,line=3,/);
    expect(of('junit')).toMatch(/dike\.exceptions\.yaml:3:\d+/);
    expect(of('markdown')).toMatch(/`dike\.exceptions\.yaml:3:\d+`/);
    expect(of('html').replaceAll('<wbr>', '')).toMatch(/dike\.exceptions\.yaml:3:\d+/);
    const gitlab = JSON.parse(of('gitlab')).map(({ location }: { location: { path: string } }) => location.path);
    expect(gitlab).toEqual(['dike.analysis.yaml', 'dike.exceptions.yaml']);
    const locations = JSON.parse(of('sarif')).runs[0].results.map(
      (result: {
        locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[];
      }) =>
        result.locations.map(({ physicalLocation: { artifactLocation, region } }) => [
          artifactLocation.uri,
          region.startLine,
        ]),
    );
    expect(locations).toContainEqual([['dike.exceptions.yaml', 3]]);
    const report = JSON.parse(of('json'));
    const [, result] = report.manifests[0].results;
    expect([result.claim, result.findings[0].location.file, result.findings[0].location.pointer]).toEqual([
      'E-1',
      'dike.exceptions.yaml',
      '/exceptions/0/ends',
    ]);
  });

  it('has its notices at its own place', () => {
    const { errors } = check({ ...bare, 'dike.exceptions.yaml': beside });
    expect(errors).toContain('dike.exceptions.yaml:3:5: The exception `emergency` ends on 2026-02-12.');
  });

  it('is what why and explain go by too', () => {
    const folder = folderWith({ 'beside.waarborg': pack, ...bare, 'dike.exceptions.yaml': beside });
    const given = ['--policy', 'beside.waarborg', '--as-of', '2026-02-01'];
    const why = waarborg(['why', 'dike.analysis.yaml', 'person-decides', ...given], { folder });
    expect(why.output).toMatch(/dike\.exceptions\.yaml:3:5/);
    expect(why.output).toContain('excepted');
    const explained = waarborg(['explain', 'person-decides', ...given, '--manifests', '.', '--format', 'json'], {
      folder,
    });
    const [{ affected }] = JSON.parse(explained.output).rules;
    expect(affected.manifests[0].statements[0].file).toBe('dike.exceptions.yaml');
  });
});

describe('a file beside a manifest that is wrong', () => {
  it('WB0901: stands beside no manifest', () => {
    for (const targets of [[], ['.'], ['lonely.exceptions.yaml'], ['*.exceptions.yaml']]) {
      const { exit, output, errors } = check({ ...bare, 'lonely.exceptions.yaml': beside }, ...targets);
      expect(exit).toBe(2);
      expect(errors).toContain('WB0901  This file stands beside no manifest');
      expect(errors).toContain('lonely.analysis.yaml');
      if (targets[0] === '.') expect(output).toContain('dike.analysis.yaml');
    }
  });

  it('leaves the manifest judged without it, and every claim that it can read counted', () => {
    const broken = check({ ...bare, 'dike.exceptions.yaml': `${beside}  bad: [\n` });
    expect(broken.exit).toBe(2);
    expect(broken.output).toMatch(/error WB0501[\s\S]*dike\.exceptions\.yaml:[\s\S]*A person decides/);
    const partly = check({ ...bare, 'dike.exceptions.yaml': `${beside}purpose: no-place-here\n` });
    expect(partly.exit).toBe(2);
    expect(partly.output).toContain('WB0562');
    expect(partly.output).not.toContain('✗ does not meet  A person decides');
  });

  it('WB0564: names another manifest', () => {
    const { exit, output } = check({ ...bare, 'dike.exceptions.yaml': beside.replace('dike', 'duke') });
    expect(exit).toBe(2);
    expect(output).toMatch(/WB0564[\s\S]*`duke`[\s\S]*Did you mean `dike`/);
  });

  it('WB0533: claims what the manifest claims', () => {
    const own = { 'dike.analysis.yaml': `${manifest}exceptions:\n${claim('E-1')}` };
    const { exit, output } = check({ ...own, 'dike.exceptions.yaml': beside });
    expect(exit).toBe(2);
    expect(output).toMatch(
      /WB0533[\s\S]*dike\.exceptions\.yaml:3:7[\s\S]*the first of them[\s\S]*dike\.analysis\.yaml:5:7/,
    );
  });

  it('may be shared by manifests of one name, each with documents of its own', () => {
    const files = {
      'dike.analysis.yaml': manifest,
      'dike.analysis.json': JSON.stringify({ id: 'dune', goal: 'To know', decision: { automation: 'none' } }),
      'dike.exceptions.yaml': beside,
    };
    expect(check(files).exit).toBe(0);
  });

  it('WB0904: cannot be read, or is a folder', () => {
    const folder = folderWith({ 'beside.waarborg': pack, ...bare, 'dike.exceptions.yaml': beside });
    const run = (): Outcome => waarborg(['check', '--policy', 'beside.waarborg', '--as-of', '2026-02-01'], { folder });
    rmSync(join(folder, 'dike.exceptions.yaml'));
    mkdirSync(join(folder, 'dike.exceptions.yaml'));
    expect(run().exit).toBe(2);
    expect(run().output).toMatch(/WB090[24]/);
    rmSync(join(folder, 'dike.exceptions.yaml'), { recursive: true });
    symlinkSync('dike.exceptions.yaml', join(folder, 'dike.exceptions.yaml'));
    expect(run().output).toMatch(/WB0904[\s\S]*circle/);
  });

  it('without anything in it claims nothing', () => {
    expect(check({ ...bare, 'dike.exceptions.yaml': '# nothing yet\n' }).exit).toBe(1);
    expect(check({ ...bare, 'dike.exceptions.yaml': '' }).exit).toBe(1);
  });
});
