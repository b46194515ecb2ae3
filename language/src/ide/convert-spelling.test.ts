import { describe, expect, it } from 'vitest';
import { convertedSpelling } from './convert-spelling.ts';
import { markedWorkspace, wordsFixture } from './marked-for-test.ts';

const english = 'pack p version 1.0.0\n  use test.words 1\n\ndefine bright: colour is red\n';

function converted(text: string, name = 'p.waarborg'): ReturnType<typeof convertedSpelling> {
  return convertedSpelling(markedWorkspace({ [name]: text, 'words.waarborg': wordsFixture }).snapshot, name);
}

describe('converting the spelling', () => {
  it('leads there and back', () => {
    const there = converted(english);
    expect(there?.to).toBe('nl');
    expect(there?.text).toMatch(/^pakket p versie 1\.0\.0\n/);
    const back = converted(there?.text ?? '');
    expect(back?.to).toBe('en');
    expect(converted(back?.text ?? '')?.text).toBe(there?.text);
  });

  it('does so for tests too', () => {
    expect(converted('toetsen p op peildatum 2026-11-23\n', 'p.test.waarborg')).toEqual({
      to: 'en',
      text: 'tests p as of 2026-11-23\n',
    });
  });

  it('leaves what has an error in it, and what is no policy', () => {
    expect(converted(`${english}define`)).toBeUndefined();
    expect(converted('id: a\n', 'a.analysis.yaml')).toBeUndefined();
    expect(convertedSpelling(markedWorkspace({}).snapshot, 'nowhere.waarborg')).toBeUndefined();
  });
});
