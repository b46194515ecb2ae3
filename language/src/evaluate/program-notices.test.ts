import { expect, it } from 'vitest';
import { buildProgram } from '../check/build-program.ts';
import { sourceText } from '../source/source.ts';
import { parsePolicy } from '../syntax/parse.ts';
import { parseDate } from '../values/calendar.ts';
import { noticesOfProgram } from './program-notices.ts';

it('announces a parameter from the day after it was to be reconsidered', () => {
  const words = 'vocabulary test.words version 1.0.0\nmanifest thing { id: text role id }';
  const pack = `pack test.pack version 1.0.0
  use test.words 1
parameter one: count = 1 set by "a test" because "x" reconsider by 2026-11-23
parameter two: count = 1 set by "a test" because "x"
`;
  const { program } = buildProgram([words, pack].map((text, index) => parsePolicy(sourceText(`file-${index}`, text))));
  const on = (day: string): readonly string[] =>
    noticesOfProgram(program, parseDate(day) ?? 0).map((notice) => notice.message.en);
  expect(on('2026-11-23')).toEqual([]);
  expect(on('2026-11-24')).toEqual(['The parameter `test.pack/one` was to be reconsidered by 2026-11-23.']);
});
