import { expect, it } from 'vitest';
import { dayForTest, wordsFixture } from './marked-for-test.ts';
import { packsInUse } from './packs-in-use.ts';
import { emptySnapshot, updateSnapshot } from './support/snapshot.ts';

it('packs in use are the own ones and then those that are only used, each with its version', () => {
  const text = (path: string, written: string) => ({ kind: 'text', path, text: written, syntax: 'waarborg' }) as const;
  const snapshot = updateSnapshot(emptySnapshot(dayForTest), [
    {
      kind: 'roots',
      roots: [
        { path: 'own/', library: false },
        { path: 'shipped/', library: true },
      ],
    },
    text('shipped/a.waarborg', 'pack a version 3.1.0\n'),
    text('own/words.waarborg', wordsFixture),
    text('own/b-more.waarborg', 'pack b\n'),
    text('own/b.waarborg', 'pakket b versie 2.0.0\n'),
    text('own/c.waarborg', 'pack c\n'),
  ]);
  expect(packsInUse(snapshot)).toEqual([
    { name: 'b', version: '2.0.0', own: true },
    { name: 'c', version: '', own: true },
    { name: 'a', version: '3.1.0', own: false },
  ]);
  expect(packsInUse(emptySnapshot(dayForTest))).toEqual([]);
});
