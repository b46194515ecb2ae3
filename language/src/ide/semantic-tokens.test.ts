import { describe, expect, it } from 'vitest';
import { markedWorkspace, wordsFixture } from './marked-for-test.ts';
import { semanticTokensOf } from './semantic-tokens.ts';

function shown(text: string, name = 'p.waarborg'): string {
  const { snapshot } = markedWorkspace({ [name]: text, 'words.waarborg': wordsFixture });
  const tokens = semanticTokensOf(snapshot, name);
  return tokens
    .map(({ start, end, kind, declares }) => `${text.slice(start, end)}=${kind}${declares ? '!' : ''}`)
    .join(' ');
}

describe('the words of a file', () => {
  it('are what they mean', () => {
    expect(
      shown('pack p version 1.0.0\n  use test.words 1 // ours\ndefine d: some s in datasets: s.colour is red\n'),
    ).toBe(
      'pack=keyword p=pack! version=keyword 1.0.0=number use=keyword test.words=vocabulary 1=number // ours=comment ' +
        'define=keyword d=define! some=keyword s=item! in=keyword datasets=field s=item colour=field is=keyword red=choice',
    );
  });

  it('are what they mean in Dutch', () => {
    expect(shown('pakket p versie 1.0.0\n  gebruik test.words 1\nbegrip d "Tekst": purpose is vastgelegd\n')).toBe(
      'pakket=keyword p=pack! versie=keyword 1.0.0=number gebruik=keyword test.words=vocabulary 1=number ' +
        'begrip=keyword d=define! "Tekst"=text purpose=field is vastgelegd=keyword',
    );
  });

  it('are what they mean behind a mistake, and a name that is not known is a name', () => {
    expect(
      shown('pack p version 1.0.0\n  use test.words 1\ndefine d: )\ndefine e: nothing is 3% and count is 1\n'),
    ).toContain(
      'define=keyword e=define! nothing=name is=keyword 3%=number and=keyword count=name is=keyword 1=number',
    );
  });

  it('are the same list as long as nothing changes', () => {
    const { snapshot } = markedWorkspace({ 'p.waarborg': 'pack p version 1.0.0\n' });
    expect(semanticTokensOf(snapshot, 'p.waarborg')).toBe(semanticTokensOf(snapshot, 'p.waarborg'));
    expect(semanticTokensOf(snapshot, 'nowhere')).toEqual([]);
  });
});
