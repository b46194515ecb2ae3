import { describe, expect, it } from 'vitest';
import { formattingOf, formattingOnTypeOf } from './formatting.ts';
import { markedWorkspace } from './marked-for-test.ts';
import type { Snapshot } from './support/snapshot.ts';

function applied(snapshot: Snapshot, path: string, changes: ReturnType<typeof formattingOf>): string {
  let text = snapshot.files.get(path)?.source.text ?? '';
  for (const { start, end, text: put } of changes.toReversed())
    text = `${text.slice(0, start)}${put}${text.slice(end)}`;
  return text;
}

describe('formatting', () => {
  const messy = 'pack   p version 1.0.0\ndefine  a:   b is 1\ndefine  c:   d is 2\n';

  it('lays out a file, with the line ends that it has', () => {
    const { snapshot, path } = markedWorkspace({ 'p.waarborg': messy.replaceAll('\n', '\r\n') });
    expect(applied(snapshot, path, formattingOf(snapshot, path))).toBe(
      'pack p version 1.0.0\r\n\r\ndefine a: b is 1\r\ndefine c: d is 2\r\n',
    );
  });

  it('lays out what a range touches, and nothing else', () => {
    const { snapshot, path, offset } = markedWorkspace({ 'p.waarborg': messy.replace('b is', '▮b is') });
    expect(applied(snapshot, path, formattingOf(snapshot, path, { start: offset, end: offset }))).toContain(
      'define a: b is 1\ndefine  c:   d is 2\n',
    );
  });

  it('goes around a declaration with a mistake, in the Dutch spelling too', () => {
    const { snapshot, path } = markedWorkspace({
      'p.waarborg': 'pakket   p versie 1.0.0\nbegrip  a:   is\nbegrip  c:   d is 2\n',
    });
    expect(applied(snapshot, path, formattingOf(snapshot, path))).toBe(
      'pakket p versie 1.0.0\nbegrip  a:   is\nbegrip c: d is 2\n',
    );
  });

  it('leaves a file alone that is none of the language, or is not there', () => {
    const { snapshot } = markedWorkspace({ 'p.waarborg': 'nothing   of ours', 'a.yaml': 'a:   1' });
    for (const path of ['p.waarborg', 'a.yaml', 'nowhere']) expect(formattingOf(snapshot, path)).toEqual([]);
  });
});

describe('formatting while typing', () => {
  it('lays out what a brace closes, and leaves what stands before and behind it', () => {
    const { snapshot, path, offset } = markedWorkspace({
      'p.waarborg':
        'pack p version 1.0.0\n\ndefine  x:  y is 1\n\nrule r   "R" {\n mandatory\n      require  a is 1\n   }▮\n\ndefine  z:  y is 1\n',
    });
    expect(applied(snapshot, path, formattingOnTypeOf(snapshot, path, offset, '}'))).toBe(
      'pack p version 1.0.0\n\ndefine  x:  y is 1\n\nrule r "R" {\n  mandatory\n  require a is 1\n}\n\ndefine  z:  y is 1\n',
    );
  });

  it('lays out the line that a new one ends', () => {
    const { snapshot, path, offset } = markedWorkspace({
      'p.waarborg': 'pack p version 1.0.0\n\ndefine  x:  y is 1\ndefine  z:   y is 1\n▮\ndefine  a:  y is 1\n',
    });
    expect(applied(snapshot, path, formattingOnTypeOf(snapshot, path, offset, '\n'))).toBe(
      'pack p version 1.0.0\n\ndefine  x:  y is 1\ndefine z: y is 1\n\ndefine  a:  y is 1\n',
    );
  });
});
