import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceText } from '@waarborg/language';
import { describe, expect, it } from 'vitest';
import { projectSchema } from '../../cli/src/project/project-shape.ts';
import { readProject } from '../../cli/src/project/read-project.ts';
import { fencedBlocks } from '../../scripts/reference/fenced-blocks.ts';
import { runGuide, withFoundOutputs } from './run-guide.ts';

const path = join(import.meta.dirname, '../../docs/reference/project-file.md');
const page = readFileSync(path, 'utf8');
const steps = runGuide(path);
if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, withFoundOutputs(page, steps));

interface Group {
  readonly properties: Readonly<Record<string, { readonly items?: Group }>>;
}

// The schema is made by our own description of groups, whose parts these are.
const { properties } = projectSchema as unknown as Group;

/** The settings in the rows of the table below a heading. */
function settingsBelow(heading: string): readonly string[] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name = '']) => name);
}

describe('the page on the project file', () => {
  it.each(steps)('line $line, $title, comes out as it says', ({ shown, found }) => {
    expect(found).toBe(shown);
  });

  it('has every setting, and no other', () => {
    expect(settingsBelow('Settings')).toEqual(Object.keys(properties));
    expect(settingsBelow('Overrides')).toEqual(Object.keys(properties['overrides']?.items?.properties ?? {}));
  });

  it('shows every setting in an example that is right', () => {
    const example = fencedBlocks(page).find(({ label }) => label === 'waarborg.yaml')?.text ?? '';
    const { settings, diagnostics } = readProject(sourceText('waarborg.yaml', example));
    expect(diagnostics).toEqual([]);
    expect(Object.keys(settings)).toEqual(Object.keys(properties));
  });
});
