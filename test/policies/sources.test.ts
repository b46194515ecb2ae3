import { describe, expect, it } from 'vitest';
import type { Citation, PackFile, SourceDeclaration } from '../../language/src/syntax/ast.ts';
import { parseShippedPolicies } from './shipped-policies.ts';

const files = parseShippedPolicies().flatMap(({ file }) => (file.kind === 'pack' ? [file] : []));
const sources = new Map(
  files.flatMap(({ items }) =>
    items.flatMap((item): [string, SourceDeclaration][] => (item.kind === 'source' ? [[item.name.text, item]] : [])),
  ),
);

function citationsOf({ items }: PackFile): readonly Citation[] {
  return items.flatMap((item) => {
    if (item.kind === 'compatible') return item.cites;
    if (item.kind !== 'rule') return [];
    return item.clauses.flatMap((clause) => {
      if (clause.kind === 'cites') return clause.citations;
      if (clause.kind !== 'except') return [];
      return clause.clauses.flatMap((inner) => (inner.kind === 'cites' ? inner.citations : []));
    });
  });
}

describe('the citations of the first pack', () => {
  const citations = files.flatMap(citationsOf);

  it('name a passage that the pack carries, wherever its source carries any', () => {
    const absent = citations.filter(({ source, at }) => {
      const passages = sources.get(source.text)?.passages ?? [];
      return passages.length > 0 && !passages.some((passage) => passage.at === at);
    });
    expect(absent.map(({ source, at }) => `${source.text} ${at}`)).toEqual([]);
  });

  it('quote the words of that passage', () => {
    const wrong = citations.filter(({ source, at, quoting }) => {
      const passage = sources.get(source.text)?.passages.find((found) => found.at === at);
      return quoting !== undefined && passage !== undefined && !passage.text.nl?.includes(quoting.nl ?? '?');
    });
    expect(wrong.map(({ source, at, quoting }) => `${source.text} ${at}: ${quoting?.nl}`)).toEqual([]);
  });

  it('name no article without its text but those that the sources at hand name', () => {
    const named = ['art. 5(1)(b)', 'art. 6(4)', 'art. 13(2)(f)', 'art. 15(1)(h)', 'art. 22', 'art. 35', 'art. 36'];
    const bare = citations.filter(({ source }) => sources.get(source.text)?.passages.length === 0);
    expect(bare.filter(({ source, at }) => source.text !== 'avg' || !named.includes(at))).toEqual([]);
  });

  it('leave no passage unused', () => {
    const used = new Set(citations.map(({ source, at }) => `${source.text} ${at}`));
    const carried = [...sources.values()].flatMap(({ name, passages }) =>
      passages.map(({ at }) => `${name.text} ${at}`),
    );
    expect(carried.filter((passage) => !used.has(passage))).toEqual([]);
  });
});
