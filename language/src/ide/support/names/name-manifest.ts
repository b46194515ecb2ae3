import type { CheckedProgram } from '../../../check/build-program.ts';
import type { RawDocument, RawFile, RawMap } from '../../../manifest/document.ts';
import { typeManifest } from '../../../manifest/type-manifest.ts';
import { spanOf } from '../../../source/source.ts';
import { add, type Gathering, vocabularySymbol } from './gathering.ts';
import { nameValue } from './name-value.ts';
import { piecesOf } from './pieces.ts';
import { symbolOfRecord } from './symbols-of.ts';

/** Names everything in the manifests of a file: the vocabulary, the fields, and what their values name. */
export function nameManifests({ documents }: RawFile, checked: CheckedProgram, gathering: Gathering): void {
  for (const document of documents) nameManifest(document, checked, gathering);
}

function nameManifest(document: RawDocument, { program }: CheckedProgram, gathering: Gathering): void {
  const { root, source } = document;
  const type = typeManifest(document, program).record?.type;
  if (root?.kind !== 'map' || type === undefined) return;
  nameHead(root, document, gathering, () => add(gathering, symbolOfRecord(type), pieceAt(root, 'record', document)));
  const entries = root.entries.filter(({ key }) => key !== 'vocabulary' && key !== 'record');
  nameValue({ ...root, entries }, { type: { kind: 'record', record: type } }, { gathering, source, record: type });
}

/** The vocabulary stands before its major version. */
function nameHead(root: RawMap, document: RawDocument, gathering: Gathering, nameRecord: () => void): void {
  const written = pieceAt(root, 'vocabulary', document);
  const [name = ''] = written.text.split(/\s/);
  const { source, start } = written.span;
  add(gathering, vocabularySymbol(name, gathering), {
    ...written,
    text: name,
    span: spanOf(source, start, start + name.length),
  });
  nameRecord();
}

/** The value of a key, as a name; a hole where there is none. */
function pieceAt({ entries }: RawMap, key: string, { source }: RawDocument) {
  const value = entries.find((entry) => entry.key === key)?.value;
  const [piece] = value?.kind === 'scalar' ? piecesOf(value, source) : [];
  return piece ?? { text: '', span: spanOf(source, 0, 0), inText: false };
}
