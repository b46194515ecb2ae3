import { describe, expect, it } from 'vitest';
import { codeLensesOf, lensWordsOf } from './code-lenses.ts';
import { documentLinksOf } from './document-links.ts';
import { foldingRangesOf } from './folding-ranges.ts';
import { inlayHintsOf } from './inlay-hints.ts';
import { markedWorkspace, withSpans, wordsFixture } from './marked-for-test.ts';
import { selectionRangesOf } from './selection-ranges.ts';

const pack = `// A pack
// of two lines
pack p version 1.0.0
  use test.words 1
  use other 1

// region numbers
parameter most: duration = 3 months
  set by "us"
  because "so"
// endregion

source law "The law" at "https://example.org/law?a=1#b"
source old "An old law" at "http://example.org/old"
purpose order "Order" same as <https://example.org/order> { purpose traffic same as <https://example.org/traffic> }

rule fresh "Fresh" {
  mandatory
  cites law "art. 1", old "art. 2"
  for each set in datasets
  require young: set.age is at most most and (set.colour is red or
    set.colour is blue)
}
`;
const dutch = 'pakket p\nbegrip oud "Oud": elke d uit datasets: d.age is ten hoogste most\n';
const tests = `tests p as of 2026-11-24
test "t" {
  given file "m.yaml" but colour is red
  expect fresh passes
}
test "no file" {
  given file "nowhere.yaml"
  expect fresh passes
}
`;
const files = {
  'a.waarborg': pack,
  'b.waarborg': dutch,
  't.test.waarborg': tests,
  'm.yaml': 'id: x',
  'v.waarborg': wordsFixture,
};

describe('folding', () => {
  const folded = (text: string) => {
    const { snapshot, path } = markedWorkspace({ 'a.waarborg': text });
    return foldingRangesOf(snapshot, path).map(({ firstLine, lastLine, kind }) => `${firstLine}-${lastLine} ${kind}`);
  };

  it('has blocks, comments, regions and uses', () => {
    expect(folded(pack)).toEqual(['1-2 comment', '4-5 uses', '7-11 region', '8-10 block', '17-22 block']);
  });

  it('holds in a file with errors, and with braces that are not closed', () => {
    expect(folded('pack p\nrule r {\n  require )\n  except e {\n    still\n}\n')).toEqual(['4-5 block']);
    expect(folded('nothing\nat all {\n}\n')).toEqual([]);
  });
});

describe('selection', () => {
  it('grows from a word to an expression, a clause, a rule and the file', () => {
    const { snapshot, path, offset } = markedWorkspace({ ...files, 'a.waarborg': pack.replace('set.age', 'set.a▮ge') });
    const { text } = snapshot.files.get(path)?.source ?? { text: '' };
    const spans = selectionRangesOf(snapshot, path, offset);
    const firstLines = spans.map(({ start, end }) => text.slice(start, end).split('\n')[0]);
    expect(firstLines.slice(0, 3)).toEqual(['age', 'set.age', 'set.age is at most most']);
    expect(firstLines).toContain('require young: set.age is at most most and (set.colour is red or');
    expect(firstLines).toContain('rule fresh "Fresh" {');
    expect(firstLines.at(-1)).toBe('// A pack');
    for (const [index, span] of spans.slice(1).entries()) {
      expect(span.start).toBeLessThanOrEqual(spans[index]?.start ?? -1);
      expect(span.end).toBeGreaterThanOrEqual(spans[index]?.end ?? -1);
    }
  });

  it('begins within quotation marks, and in a comment with the comment', () => {
    const at = (marked: string) => {
      const { snapshot, path, offset } = markedWorkspace({ 'a.waarborg': marked });
      return selectionRangesOf(snapshot, path, offset).map(({ source, start, end }) => source.text.slice(start, end));
    };
    expect(at('pakket p\nbegrip oud "O▮ud": ja is ja\n').slice(0, 2)).toEqual(['Oud', '"Oud"']);
    expect(at('pack p // a rem▮ark\n')).toEqual(['// a remark', 'pack p // a remark\n']);
  });
});

describe('document links', () => {
  it('leads to the sources of citations and to manifests, by https alone', () => {
    const { snapshot } = markedWorkspace(files);
    const linked = ['a.waarborg', 't.test.waarborg'].flatMap((path) =>
      documentLinksOf(snapshot, path).map(({ span, to, about }) => {
        return `${withSpans(span.source.text, [span])} -> ${to.kind} ${to.target} (${about.nl})`;
      }),
    );
    expect(linked).toEqual([
      'source law "The law" at "«https://example.org/law?a=1#b»" -> address https://example.org/law?a=1#b (The law)',
      'purpose order "Order" same as <«https://example.org/order»> { purpose traffic same as <https://example.org/traffic> } -> address https://example.org/order (https://example.org/order)',
      'purpose order "Order" same as <https://example.org/order> { purpose traffic same as <«https://example.org/traffic»> } -> address https://example.org/traffic (https://example.org/traffic)',
      'cites «law "art. 1"», old "art. 2" -> address https://example.org/law?a=1#b (The law)',
      'given file "«m.yaml»" but colour is red -> file m.yaml (m.yaml)',
    ]);
  });

  it.each(['javascript:alert(1)', 'https://', 'https://a b', 'file:///etc/passwd', 'HTTP://example.org'])(
    'never to %s',
    (address) => {
      const { snapshot } = markedWorkspace({
        'a.waarborg': `pack p version 1.0.0\nsource law "The law" at "${address}"\n`,
      });
      expect(documentLinksOf(snapshot, 'a.waarborg')).toEqual([]);
    },
  );
});

describe('inlay hints', () => {
  it('shows the value of a parameter where it is used, in the part that is seen', () => {
    const { snapshot } = markedWorkspace(files);
    const hints = (path: string, start: number, end: number) =>
      inlayHintsOf(snapshot, path, { start, end }).map(({ value, about, offset }) => {
        const text = snapshot.files.get(path)?.source.text ?? '';
        return `${text.slice(offset - 4, offset)} = ${value} (${about?.nl})`;
      });
    expect(hints('a.waarborg', 0, pack.length)).toEqual(['most = 3 months (Vastgesteld door us: so)']);
    expect(hints('b.waarborg', 0, dutch.length)).toEqual(['most = 3 months (Vastgesteld door us: so)']);
    expect(hints('a.waarborg', 0, 20)).toEqual([]);
  });
});

describe('code lenses', () => {
  it('stand above what is used, and above tests', () => {
    const { snapshot } = markedWorkspace(files);
    const shown = (path: string) =>
      codeLensesOf(snapshot, path).map((lens) => {
        const { source, start, end } = lens.span;
        const said = lensWordsOf(snapshot, path, lens);
        return `${source.text.slice(start, end)}: ${said?.words.en} (${said?.words.nl}), ${said?.places.length}`;
      });
    expect(shown('a.waarborg')).toEqual([
      'most: used 2 times (2 keer gebruikt), 2',
      'law: used once (1 keer gebruikt), 1',
      'old: used once (1 keer gebruikt), 1',
      'order: not used (niet gebruikt), 0',
      'traffic: not used (niet gebruikt), 0',
      'fresh: named 2 times (2 keer genoemd), 2',
      'fresh: run the tests of this rule (toetsen van deze regel uitvoeren), 2',
    ]);
    expect(shown('t.test.waarborg')).toEqual([
      'p: run all tests (alle toetsen uitvoeren), 0',
      '"t": run test (toets uitvoeren), 0',
      '"no file": run test (toets uitvoeren), 0',
    ]);
    const untested = markedWorkspace({ 'a.waarborg': pack });
    const lenses = codeLensesOf(untested.snapshot, 'a.waarborg').map((lens) =>
      lensWordsOf(untested.snapshot, 'a.waarborg', lens),
    );
    expect(lenses.at(-1)).toMatchObject({ words: { en: 'no test of this rule' }, active: false });
    const gone = codeLensesOf(snapshot, 't.test.waarborg').map((lens) => lensWordsOf(snapshot, 'b.waarborg', lens));
    expect(gone).toEqual([undefined, undefined, undefined]);
  });
});
