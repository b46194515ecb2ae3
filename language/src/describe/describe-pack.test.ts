import { describe, expect, it } from 'vitest';
import { buildProgram } from '../check/build-program.ts';
import { sourceText } from '../source/source.ts';
import { parsePolicy } from '../syntax/parse.ts';
import { describePack } from './describe-pack.ts';
import type { PackDescription } from './pack-description.ts';

const words = `vocabulary test.words version 1.0.0
manifest analysis {
  goal: text
}
`;

function described(pack: string, ...others: readonly string[]): PackDescription {
  const texts = [words, ...others, `pack test.own version 2.0.0\n  use test.words 1\n${pack}`];
  const checked = buildProgram(texts.map((text, index) => parsePolicy(sourceText(`${index}.waarborg`, text))));
  expect(checked.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const found = describePack(checked, 'test.own');
  if (found === undefined) throw new Error('the pack is not there');
  return found;
}

const rule = (name: string, clauses: string): string =>
  `rule ${name} "A rule" { ${clauses}\n  require goal is recorded }\n`;

describe('the description of a pack', () => {
  it('is of the pack that is asked for, and of none where there is none', () => {
    expect(described('').version).toBe('2.0.0');
    expect(describePack(buildProgram([]), 'test.own')).toBeUndefined();
  });

  it('says in which language a text is that the pack has in one only', () => {
    const { title, notes } = described('  title nl "Alleen Nederlands"\n  note owner nl "Wij" en "We"\n');
    expect(title).toEqual({ en: 'Alleen Nederlands', nl: 'Alleen Nederlands', only: 'nl' });
    expect(notes).toEqual([{ key: 'owner', text: { en: 'We', nl: 'Wij', only: undefined } }]);
  });

  it('keeps what a source says apart from what was chosen', () => {
    const { rules } = described(`source act "The act" { "s. 1" says "Words." }
parameter own-goal: text = "x" set by "us" because "we"
rule a "A" { mandatory chosen by "us" because "we"\n cites act "s. 1" quoting "Words", act "s. 2"
  require goal is own-goal
  recommended chosen by "them" require named: goal is recorded }
${rule('b', 'mandatory cites act "s. 1"')}`);
    const [a, b] = rules;
    expect(a?.level).toMatchObject({ level: 'mandatory', chosenBy: { en: 'us' }, reason: { en: 'we' } });
    expect(a?.cites.map(({ at, quoting, text }) => [at, quoting?.en, text?.en])).toEqual([
      ['s. 1', 'Words', 'Words.'],
      ['s. 2', undefined, undefined],
    ]);
    expect(a?.dutyLevels).toMatchObject([{ level: 'recommended', chosenBy: { en: 'them' }, duties: ['named'] }]);
    expect(b?.level.chosenBy).toBeUndefined();
    expect(b?.dutyLevels).toEqual([]);
  });

  it('has the passages that are carried and those that are only named, each with the rules that cite it', () => {
    const { sources } = described(`source act "The act" { "s. 1" says "One."\n "s. 3" says "Three." }
${rule('a', 'mandatory cites act "s. 2", act "s. 1"')}${rule('b', 'mandatory cites act "s. 1", act "s. 1"')}`);
    expect(sources[0]?.passages.map(({ at, text, citedBy }) => [at, text?.en, citedBy])).toEqual([
      ['s. 1', 'One.', ['test.own/a', 'test.own/b']],
      ['s. 3', 'Three.', []],
      ['s. 2', undefined, ['test.own/a']],
    ]);
  });

  it('finds a source in a pack that it uses, after its own', () => {
    const other =
      'pack test.other version 1.0.0\n use test.words 1\nsource act "Their act" at "https://example.org/a"\n';
    const clauses = rule('a', 'mandatory cites act "s. 1"');
    expect(described(` use test.other 1\n${clauses}`, other).rules[0]?.cites[0]).toMatchObject({
      title: { en: 'Their act' },
    });
    const own = described(` use test.other 1\nsource act "Our act"\n${clauses}`, other);
    expect(own.rules[0]?.cites[0]).toMatchObject({ title: { en: 'Our act' }, address: undefined });
    expect(own.uses.map(({ kind, name, version }) => [kind, name, version])).toEqual([
      ['vocabulary', 'test.words', '1.0.0'],
      ['pack', 'test.other', '1.0.0'],
    ]);
  });

  it('has its purposes with every wider one, those of other packs included, cut lines left out', () => {
    const other =
      'pack test.other version 1.0.0\n use test.words 1\npurpose top { purpose middle }\npurpose unrelated\n';
    const { purposes, cuts } = described(
      ` use test.other 1\npurpose low under middle, side\npurpose side\npurpose twin same as low\ncut low under side because "no"\n`,
      other,
    );
    expect(purposes.map(({ id, own, wider, same }) => [id, own, wider, same])).toEqual([
      ['test.own/low', true, ['test.other/middle'], ['test.own/twin']],
      ['test.own/side', true, [], []],
      ['test.own/twin', true, [], ['test.own/low']],
      ['test.other/middle', false, ['test.other/top'], []],
      ['test.other/top', false, [], []],
    ]);
    expect(cuts).toMatchObject([{ child: 'test.own/low', parent: 'test.own/side', because: { en: 'no' } }]);
  });

  it('says which rules rest on a parameter or definition, through other definitions too', () => {
    const { parameters, definitions } = described(`parameter word: text = "x" set by "us" because "we"
parameter idle: count = 1 set by "us" because "we"
define named: goal is word
define twice-named: named and goal is recorded
rule a "A" { mandatory chosen by "us"\n require twice-named }
${rule('b', 'mandatory chosen by "us"')}`);
    expect(parameters.map(({ name, usedBy }) => [name, usedBy])).toEqual([
      ['word', ['test.own/a']],
      ['idle', []],
    ]);
    expect(definitions.map(({ name, usedBy }) => [name, usedBy])).toEqual([
      ['named', ['test.own/a']],
      ['twice-named', ['test.own/a']],
    ]);
    expect(definitions.every(({ sentence }) => sentence !== undefined)).toBe(true);
  });
});
