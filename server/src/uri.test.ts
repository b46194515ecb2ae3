import { expect, it } from 'vitest';
import { folderUri, normalUri } from './uri.ts';

it.each([
  ['file:///c:/My%20Rules/a.waarborg', 'file:///c%3A/My%20Rules/a.waarborg'],
  ['file:///C%3A/My Rules/a.waarborg', 'file:///c%3A/My%20Rules/a.waarborg'],
  ['file:///p/(a)!/b.waarborg', 'file:///p/(a)!/b.waarborg'],
  ['file:///p/%28a%29%21/b.waarborg', 'file:///p/(a)!/b.waarborg'],
  ['file:///p/100%/a.waarborg', 'file:///p/100%25/a.waarborg'],
  ['FILE://Server/share/a', 'file://server/share/a'],
  ['untitled:Untitled-1', 'untitled:Untitled-1'],
  ['memory://bench/a%20b', 'memory://bench/a%20b'],
])('%s is compared as %s', (written, normal) => {
  expect(normalUri(written)).toBe(normal);
  expect(normalUri(normal)).toBe(normal);
});

it('gives a folder one slash at its end', () => {
  expect(folderUri('file:///p')).toBe('file:///p/');
  expect(folderUri('file:///p/')).toBe('file:///p/');
});
