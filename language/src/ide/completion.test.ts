import { describe, it } from 'vitest';
import { completionsOf } from './completion.ts';
import { markedWorkspace, wordsFixture } from './marked-for-test.ts';

const head = 'pack p version 1.0.0\n  use test.words 1 as w\n';

function shown(text: string, name = 'p.waarborg', more: Record<string, string> = {}): string[] {
  const { snapshot, path, offset } = markedWorkspace({ [name]: text, 'words.waarborg': wordsFixture, ...more });
  return completionsOf(snapshot, path, offset).map((c) => `${c.kind}:${c.label}`);
}
describe('try', () => {
  it.each([
    `${head}define d: ▮`,
    `${head}define d: col▮`,
    `${head}define d: colour is ▮`,
    `${head}define d: colour is one of [red, ▮`,
    `${head}define d: some s in datasets: s.▮`,
    `${head}define d: some s in datasets where s.age is ▮`,
    `${head}define d: some s in ▮`,
    `${head}parameter most: ▮`,
    `${head}parameter most: duration = 3 ▮`,
    `${head}define d: colour is not▮`,
    `${head}define d: colour is at m▮`,
    `${head}rule r "R" {\n  require ▮\n  when colour is red\n}\n`,
    `${head}rule r "R" {\n  ▮\n`,
    `pack p version 1.0.0\n  use ▮`,
    `▮`,
    `${head}purpose a\npurpose b under ▮`,
    `${head}purpose a\ndefine d: purpose is within ▮`,
  ])('%s', (t) => {
    console.log(t, '\n=>', shown(t).join(' | '));
  });
  it('tests', () => {
    const p = {
      'p.waarborg': `${head}rule r "R" {\n  mandatory\n require x: colour is red\n except e for x when colour is blue\n}\n`,
    };
    for (const t of [
      `tests p\ntest "x" {\n  given { ▮`,
      `tests p\ntest "x" {\n  given { colour: ▮`,
      `tests p\ntest "x" {\n  given { datasets: [{ name: a, ▮`,
      `tests p\ntest "x" {\n  given { colour: red } but datasets[a].▮`,
      `tests p\ntest "x" {\n  given { colour: red }\n  expect ▮`,
      `tests p\ntest "x" {\n  given { colour: red }\n  expect r is excepted by ▮`,
      `tests p\ntest "x" {\n  given { colour: red }\n  expect r fails because of ▮`,
    ])
      console.log(t, '\n=>', shown(t, 't.waarborg', p).join(' | '));
  });
});
