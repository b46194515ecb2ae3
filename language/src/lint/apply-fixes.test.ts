import { expect, it } from 'vitest';
import { sourceText, spanOf } from '../source/source.ts';
import { applyFixes } from './apply-fixes.ts';
import { lintText } from './lint-for-test.ts';
import { warning } from './support/lint-rule.ts';

const title = { en: 'Remove', nl: 'Verwijder' };
const source = sourceText('x', 'abcdefgh');
const remove = (start: number, end: number) =>
  warning('test', {
    span: spanOf(source, start, end),
    message: title,
    fixes: [{ title, edits: [{ span: spanOf(source, start, end), text: '' }] }],
  });

it('applies every fix that touches no other', () => {
  const { source: fixed, applied } = applyFixes(source, [remove(6, 8), remove(0, 1), remove(3, 4)]);
  expect(fixed.text).toBe('bcef');
  expect(applied).toHaveLength(3);
});

it('leaves what overlaps or touches for the next time', () => {
  expect(applyFixes(source, [remove(0, 3), remove(2, 4)]).source.text).toBe('defgh');
  expect(applyFixes(source, [remove(0, 3), remove(3, 4)]).source.text).toBe('defgh');
});

it('leaves a text as it is where nothing is to be fixed in it', () => {
  const other = sourceText('y', 'abcdefgh');
  expect(applyFixes(other, [remove(0, 3)])).toEqual({ source: other, applied: [] });
});

it.each([
  [
    'alone on its line',
    'source law "A law"\n  // lint: allow scope-missing because x\r\nrule',
    'source law "A law"\nrule',
  ],
  ['after something', 'source law "A law" // lint: allow scope-missing because x\nrule', 'source law "A law"\nrule'],
])('removes a comment %s', (_, before, after) => {
  const rest = ' r "R" { mandatory cites law "1" require a }';
  const findings = lintText(before + rest);
  const [first] = findings;
  const text = first === undefined ? before + rest : applyFixes(first.span.source, findings).source.text;
  expect(text.endsWith(after + rest)).toBe(true);
});
