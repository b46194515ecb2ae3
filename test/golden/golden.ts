import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** A part of what a golden file holds below its source: a heading, and what was made of the source. */
export interface GoldenPart {
  readonly heading: string;
  readonly text: string;
}

const headingMark = '=== ';

/**
 * Registers a test for each `.golden` file of a folder: what `make` gives for the source at its beginning must be what
 * stands below. With `UPDATE_GOLDEN=1` the files are written instead; a new file needs only its source.
 */
export function testGoldenFiles(folder: URL, make: (source: string, name: string) => readonly GoldenPart[]): void {
  const names = readdirSync(folder).filter((name) => name.endsWith('.golden'));
  it.each(names.sort())('%s', (name) => {
    const file = new URL(name, folder);
    const written = readFileSync(file, 'utf8');
    const source = sourceOf(written);
    const made = `${source}${make(source, name.replace(/\.golden$/, '.waarborg'))
      .map(partText)
      .join('')}`;
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, made);
    else expect(written).toBe(made);
  });
}

function sourceOf(written: string): string {
  const at = written.startsWith(headingMark) ? 0 : written.indexOf(`\n${headingMark}`) + 1;
  return at === 0 && !written.startsWith(headingMark) ? written : written.slice(0, at);
}

function partText({ heading, text }: GoldenPart): string {
  return `${headingMark}${heading}\n${text}\n`;
}
