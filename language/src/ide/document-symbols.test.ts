import { expect, it } from 'vitest';
import { documentSymbolsOf, type OutlineItem } from './document-symbols.ts';
import { markedWorkspace, wordsFixture } from './marked-for-test.ts';

function outline(text: string): string {
  const { snapshot, path } = markedWorkspace({ 'p.waarborg': text });
  const line = (item: OutlineItem, depth: number): readonly string[] => {
    const { kind, name, detail, nameSpan, span, children } = item;
    expect(nameSpan.start).toBeGreaterThanOrEqual(span.start);
    expect(nameSpan.end).toBeLessThanOrEqual(span.end);
    const own = `${'  '.repeat(depth)}${kind} ${name}${detail === undefined ? '' : ` (${detail.nl})`}`;
    return [own, ...children.flatMap((child) => line(child, depth + 1))];
  };
  return documentSymbolsOf(snapshot, path)
    .flatMap((item) => line(item, 0))
    .join('\n');
}

it('shows a pack as it is nested', () => {
  const text = `pack p version 1.0.0
source law nl "De wet" en "The law"
purpose safety { purpose policing { purpose patrol } }
parameter most: count = 3 set by "us" because "so"
rule r "R" { mandatory chosen by "us"  require d: a  require b  except e "E" when c }
`;
  expect(outline(text)).toBe(`source law (De wet)
purpose safety
  purpose policing
    purpose patrol
parameter most
rule r (R)
  duty d
  exception e (E)`);
});

it('shows a vocabulary, and tests', () => {
  expect(outline(wordsFixture)).toBe(`record study (A study)
  field id
  field purpose
  field datasets (What is used)
  field colour
record dataset
  field name
  field age
  field colour
choices colour (Colours)
  choice red (Red)
  choice blue (Blue)`);
  const tests = 'tests p\nmanifest m is { a: 1 }\ntest "one" { given m expect r passes }\n';
  expect(outline(tests)).toBe('test-manifest m\ntest one');
});

it('shows what could be read of a file with mistakes, and nothing of one that says nothing', () => {
  expect(outline('pakket p\nregel  "zonder naam" { verplicht }\nbegrip d: (\nbron b "B"\n')).toContain('source b (B)');
  expect(outline('')).toBe('');
  expect(outline('what is this')).toBe('');
});
