import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith, waarborg } from './run-waarborg.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/reference/diff.md'), 'utf8');

function blocks(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))].map(([, text = '']) => text);
}

it('the example of the page on comparing packs gives what the page shows', () => {
  const [old = '', next = ''] = blocks('waarborg');
  const [manifest = ''] = blocks('yaml');
  const folder = folderWith({ 'old.waarborg': old, 'new.waarborg': next, 'parking.analysis.yaml': manifest });
  const [, command = ''] = /^`waarborg (diff .*?)` then says/m.exec(page) ?? [];
  expect(waarborg(command.split(' '), { folder })).toEqual({ exit: 0, output: blocks('text')[0], errors: '' });
});
