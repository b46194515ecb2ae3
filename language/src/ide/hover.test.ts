import { describe, expect, it } from 'vitest';
import { hoverOf } from './hover.ts';
import { markedWorkspace, withSpans, wordsFixture } from './marked-for-test.ts';

const head = 'pack p version 1.0.0\n  title "Rules"\n  use test.words 1 as w\n';

function shown(text: string, language: 'en' | 'nl' = 'en'): string | undefined {
  const { snapshot, path, offset } = markedWorkspace({ 'p.waarborg': text, 'words.waarborg': wordsFixture });
  const hover = hoverOf(snapshot, path, offset);
  if (hover === undefined) return undefined;
  const { kind, name, type, paragraphs, written, span } = hover;
  const title = `${kind[language]} ${name}${type === undefined ? '' : `: ${type[language]}`}`;
  const parts = [
    title,
    ...paragraphs.map((paragraph) => paragraph[language]),
    ...(written === undefined ? [] : [written]),
  ];
  expect(withSpans(span.source.text, [span])).toContain(`«${span.source.text.slice(span.start, span.end)}»`);
  return parts.join(' | ');
}

describe('hover shows', () => {
  it.each([
    ['a pack', 'pack ▮p version 1.0.0\n  title "Rules"\n  use test.words 1\n', 'pack p: 1.0.0 | Rules'],
    ['a vocabulary', 'pack p version 1.0.0\n  use test.wo▮rds 1\n', 'vocabulary test.words: 1.0.0'],
    ['a short name', 'pack p version 1.0.0\n  use test.words 1 as ▮w\n', 'short name w: test.words'],
    [
      'a source',
      `${head}source la▮w "The law" at <https://example.org/law> in force from 2020-01-01\n`,
      'source law | The law | https://example.org/law | In force from 2020-01-01',
    ],
    [
      'a purpose',
      `${head}open purpose safe▮ty "Safety"\n`,
      'purpose safety | Safety | Open: manifests may name cases of it.',
    ],
    [
      'a parameter',
      `${head}parameter most: duration = 3 months set by "us" because "so"\ndefine d: some s in datasets: s.age is mo▮st\n`,
      'parameter most: duration = 3 months | Set by us | so',
    ],
    ['a definition', `${head}define bri▮ght "Bright": colour is red\n`, 'definition bright | Bright | colour is red'],
    ['an item', `${head}define d: some s in datasets: ▮s.age is 1 months\n`, 'item s: dataset'],
    ['a field', `${head}define d: datas▮ets is recorded\n`, 'field datasets: list of dataset | What is used'],
    ['a choice', `${head}define d: colour is azu▮re\n`, 'choice blue: colour | Blue'],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  const rule = (name: string, duty: string, exception: string) =>
    `${head}rule ${name} "Fresh" {\n  mandatory chosen by "us" because "so"\n  require ${duty}: colour is red\n  except ${exception} "Small" when colour is blue\n}\n`;

  it('a rule, a duty and an exception', () => {
    expect(shown(rule('▮r', 'd', 'e'))).toBe('rule r: mandatory | Fresh');
    expect(shown(rule('r', '▮d', 'e'))).toBe('duty d | Fresh | require d: colour is red');
    expect(shown(rule('r', 'd', '▮e'))).toBe('exception e | Small');
  });

  it('the same in Dutch, for a Dutch reader', () => {
    expect(shown(rule('▮r', 'd', 'e'), 'nl')).toBe('regel r: verplicht | Fresh');
    expect(shown(`${head}define d: datas▮ets is recorded\n`, 'nl')).toBe(
      'veld datasets: lijst van dataset | What is used',
    );
  });

  it('nothing in a keyword, in a text, behind the end, or for a file that is not there', () => {
    expect(shown(`${head}def▮ine d: colour is red\n`)).toBeUndefined();
    expect(shown(`${head}define d "te▮xt": colour is red\n`)).toBeUndefined();
    expect(shown(`${head}define d: colour is red\n▮`)).toBeUndefined();
    expect(hoverOf(markedWorkspace({}).snapshot, 'nowhere.waarborg', 3)).toBeUndefined();
  });
});
