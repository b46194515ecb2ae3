import { describe, expect, it } from 'vitest';
import { markedWorkspace, wordsFixture } from './marked-for-test.ts';
import { signaturesAt } from './signature-help.ts';

const head = 'pack p version 1.0.0\n  use test.words 1\n';

/** The forms at the cursor, with the active part between `«` and `»`. */
function shown(text: string): string {
  const { snapshot, path, offset } = markedWorkspace({ 'p.waarborg': text, 'words.waarborg': wordsFixture });
  return signaturesAt(snapshot, path, offset)
    .map(({ label, parameters, active }) => {
      const at = active === undefined ? undefined : parameters[active];
      return at === undefined
        ? label
        : `${label.slice(0, at.start)}«${label.slice(at.start, at.end)}»${label.slice(at.end)}`;
    })
    .join(' / ');
}

describe('the form that is being filled in', () => {
  it.each([
    ['for each', 'rule r {\n  for each s in ▮', 'for each NAME in «LIST» [where CONDITION] [if any]'],
    ['every', 'define d: every s in datasets: ▮', 'every NAME in LIST [where CONDITION] [if any]: «CONDITION»'],
    [
      'some, in its selection',
      'define d: some s in datasets where ▮',
      'some NAME in LIST [where «CONDITION»] [if any]: CONDITION',
    ],
    ['an aggregate', 'define d: highest ▮', 'highest «LIST»'],
    ['a limit', 'rule r {\n  limit a.b to at most ▮', 'limit VALUE to at most «VALUE» [when CONDITION] [otherwise]'],
    [
      'a limit that may be either',
      'rule r {\n  limit ▮',
      'limit «VALUE» to at most VALUE [when CONDITION] [otherwise] / limit «VALUE» to at least VALUE [when CONDITION] [otherwise]',
    ],
    ['measured', 'rule r {\n  measured on at least ▮', 'measured on at least «NUMBER» cases [when CONDITION]'],
    ['an exception', 'rule r {\n  except e for ▮', 'except NAME [for «DUTIES»] [to AUDIENCES] [when CONDITION]'],
    ['who agrees', 'rule r {\n  except e {\n    agreed by ▮', 'agreed by «ROLE»'],
    ['how long it lasts', 'rule r {\n  except e {\n    lasts at most ▮', 'lasts at most «PERIOD»'],
    [
      'a parameter',
      'parameter x: share = 5% set by ▮',
      'parameter NAME: TYPE = VALUE set by «"…"» because "…" [reconsider by DATE]',
    ],
    ['nothing after it', 'define d: highest datasets.age is 1\n▮', ''],
    ['nothing in a head', '  title ▮', ''],
  ])('%s', (_, text, expected) => {
    expect(shown(`${head}${text}`)).toBe(expected);
  });

  it('is in the spelling of the file', () => {
    expect(shown('pakket p versie 1.0.0\nregel r {\n  geef inzicht in a aan ▮')).toBe(
      'geef inzicht in ONDERDELEN aan «DOELGROEPEN» [in omvang OMVANG] [indien VOORWAARDE]',
    );
  });
});
