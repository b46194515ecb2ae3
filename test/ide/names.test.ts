import { describe } from 'vitest';
import { markedWorkspace, wordsFixture } from '../../language/src/ide/marked-for-test.ts';
import { namesIn } from '../../language/src/ide/support/name-index.ts';
import { positionAt } from '../../language/src/source/source.ts';
import { testGoldenFiles } from '../golden/golden.ts';

/** A pack for the tests among the fixtures to be about. */
const tested = `pack test.pack version 1.0.0
  use test.words 1
purpose order "Order"
rule fresh "Fresh" {
  mandatory chosen by "us"
  for each set in datasets
  require young: set.age is at most 3 months
  except small "Small" for young when set.colour is red
}
`;

function namesOf(files: Readonly<Record<string, string>>, path: string): string {
  const { snapshot } = markedWorkspace(files);
  const names = namesIn(snapshot, path).map(({ symbol, span, role, text }) => {
    const { line, column } = positionAt(span.source, span.start);
    return `${line}:${column} ${text}  ${role === 'reference' ? '' : `${role} of `}${symbol.id}`;
  });
  return names.join('\n');
}

describe('every name in a file', () => {
  testGoldenFiles(new URL('../golden/names/', import.meta.url), (source, name) => {
    const about = /^(?:tests|toetsen)\b/.test(source) ? { 'tested.waarborg': tested } : {};
    const files = { [name]: source, ...about, 'words.waarborg': wordsFixture };
    return [
      { heading: 'names', text: namesOf(files, name) },
      ...(name.startsWith('pack.')
        ? [{ heading: 'names in the vocabulary', text: namesOf(files, 'words.waarborg') }]
        : []),
    ];
  });
});
