import type { CstNode, IToken } from 'chevrotain';
import { diagnostic, type Language } from '../diagnostic/diagnostic.ts';
import { misplacedPart, unexpectedToken } from '../diagnostic/syntax-errors.ts';
import { spanOf } from '../source/source.ts';
import type {
  PackFile,
  PackHeaderItem,
  PackItem,
  QualifiedName,
  SyntaxFile,
  Version,
  VocabularyFile,
  VocabularyHeaderItem,
  VocabularyItem,
} from './ast.ts';
import {
  nameOf,
  node,
  nodeSpan,
  nodes,
  onlyNode,
  qualifiedNameOf,
  type Reader,
  textOf,
  token,
  tokenSpan,
} from './cst.ts';
import { readRule } from './read-clause.ts';
import {
  readChoices,
  readCompatible,
  readCut,
  readDefine,
  readParameter,
  readPurpose,
  readRecord,
  readSource,
} from './read-declaration.ts';
import { readCondition } from './read-expression.ts';
import { readNote, readWas } from './read-small-parts.ts';

/** The typed tree of a file from its concrete ones: the first has the head, all have parts. */
export function readFile(reader: Reader, kind: 'pack' | 'vocabulary', trees: readonly CstNode[]): SyntaxFile {
  const parts = trees.flatMap((tree) => nodes(tree, `${kind}Part`)).flatMap((part) => onlyNode(part) ?? []);
  const inLanguage = withLanguage(reader, parts);
  return kind === 'pack' ? readPackFile(inLanguage, trees, parts) : readVocabularyFile(inLanguage, trees, parts);
}

function withLanguage(reader: Reader, parts: readonly CstNode[]): Reader {
  const stated = parts.find((part) => part.name === 'languageClause');
  if (stated === undefined) return reader;
  const language: Language = token(stated, 'Dutch') === undefined ? 'en' : 'nl';
  return { ...reader, language };
}

type Head = Pick<PackFile, 'name' | 'version' | 'spelling' | 'language' | 'span'>;

function readHead(reader: Reader, trees: readonly CstNode[]): Head {
  const head = node(trees[0], 'packHead') ?? node(trees[0], 'vocabularyHead');
  const spans = trees.map((tree) => nodeSpan(reader, tree));
  const end = spans.reduce((most, part) => Math.max(most, part.end), 0);
  const span = spanOf(reader.source, spans[0]?.start ?? 0, end);
  return {
    spelling: reader.spelling,
    language: reader.language,
    name: qualifiedNameOf(reader, node(head, 'qualifiedName'), span),
    version: readVersion(reader, node(head, 'version')),
    span,
  };
}

function readVersion(reader: Reader, at: CstNode | undefined): Version | undefined {
  const version = token(at, 'VersionLiteral');
  if (version !== undefined) {
    return { text: version.image, major: Number(version.image.split('.')[0]), span: tokenSpan(reader, version) };
  }
  const number = token(at, 'AnyNumber');
  if (number !== undefined) reportVersion(reader, number);
  return undefined;
}

function reportVersion(reader: Reader, number: IToken): void {
  const span = tokenSpan(reader, number);
  const [major = '', minor = '0'] = number.image.split(/[.,]/);
  const text = `${major}.${minor}.0`;
  const message = { en: 'A version has three numbers', nl: 'Een versie heeft drie getallen' };
  const help = { en: `Write \`${text}\`.`, nl: `Schrijf \`${text}\`.` };
  const title = { en: `Change to ${text}`, nl: `Wijzig in ${text}` };
  reader.report(diagnostic(unexpectedToken, span, message, { help, fixes: [{ title, edits: [{ span, text }] }] }));
}

/** The parts of a file, in source order, split where the first declaration stands. */
function splitHeader<Header, Item>(
  reader: Reader,
  parts: readonly CstNode[],
  read: { readonly header: (at: CstNode) => Header | undefined; readonly item: (at: CstNode) => Item | undefined },
): { readonly header: readonly Header[]; readonly items: readonly Item[] } {
  const header: Header[] = [];
  const items: Item[] = [];
  let first: CstNode | undefined;
  for (const part of parts) {
    if (first === undefined && !headerParts.has(part.name) && part.name !== 'note') first = part;
    if (headerParts.has(part.name) || (part.name === 'note' && first === undefined)) {
      if (first !== undefined) reportLateHeader(reader, part, first);
      const known = read.header(part);
      if (known !== undefined) header.push(known);
    } else {
      const known = read.item(part);
      if (known !== undefined) items.push(known);
    }
  }
  return { header, items };
}

/** The parts that only the head of a file has; a note may stand anywhere. */
const headerParts: ReadonlySet<string> = new Set([
  'title',
  'languageClause',
  'judges',
  'use',
  'scope',
  'was',
  'extendsClause',
]);

function reportLateHeader(reader: Reader, part: CstNode, first: CstNode): void {
  const message = {
    en: 'This belongs to the head of the file, before the first declaration',
    nl: 'Dit hoort in de kop van het bestand, voor de eerste verklaring',
  };
  const start = nodeSpan(reader, first).start;
  const related = [
    {
      span: spanOf(reader.source, start, endOfWord(reader, start)),
      message: { en: 'the first declaration', nl: 'de eerste verklaring' },
    },
  ];
  reader.report(diagnostic(misplacedPart, nodeSpan(reader, part), message, { related }));
}

function endOfWord(reader: Reader, start: number): number {
  const word = /^\S+/.exec(reader.source.text.slice(start, start + 80));
  return start + (word?.[0].length ?? 1);
}

function readPackFile(reader: Reader, trees: readonly CstNode[], parts: readonly CstNode[]): PackFile {
  const read = {
    header: (part: CstNode) => readPackHeader(reader, part),
    item: (part: CstNode) => readPackItem(reader, part),
  };
  return { kind: 'pack', ...readHead(reader, trees), ...splitHeader(reader, parts, read) };
}

function readPackHeader(reader: Reader, inner: CstNode): PackHeaderItem | undefined {
  const span = nodeSpan(reader, inner);
  switch (inner.name) {
    case 'title': {
      const text = textOf(reader, node(inner, 'text'));
      return text === undefined ? undefined : { kind: 'title', text, span };
    }
    case 'judges':
      return { kind: 'judges', record: nameOf(reader, token(inner, 'AnyName'), span), span };
    case 'use': {
      const alias = token(inner, 'AnyName');
      const named = alias === undefined ? undefined : nameOf(reader, alias, span);
      return { kind: 'use', ...readReference(reader, inner), alias: named, span };
    }
    case 'scope':
      return {
        kind: 'scope',
        text: textOf(reader, node(inner, 'text')),
        condition: readCondition(reader, node(inner, 'condition'), span),
        span,
      };
    case 'note':
      return readNote(reader, inner);
    case 'was':
      return readWas(reader, inner);
    default:
      return undefined;
  }
}

function readReference(
  reader: Reader,
  at: CstNode,
): { readonly name: QualifiedName; readonly major: number | undefined } {
  const span = nodeSpan(reader, at);
  const major = token(at, 'AnyNumber');
  return {
    name: qualifiedNameOf(reader, node(at, 'qualifiedName'), span),
    major: major === undefined ? undefined : Number(major.image.replace(',', '.')),
  };
}

function readPackItem(reader: Reader, inner: CstNode): PackItem | undefined {
  switch (inner.name) {
    case 'source':
      return readSource(reader, inner);
    case 'purpose':
      return readPurpose(reader, inner);
    case 'cut':
      return readCut(reader, inner);
    case 'compatible':
      return readCompatible(reader, inner);
    case 'parameter':
      return readParameter(reader, inner);
    case 'define':
      return readDefine(reader, inner);
    case 'rule':
      return readRule(reader, inner);
    case 'note':
      return readNote(reader, inner);
    default:
      return undefined;
  }
}

function readVocabularyFile(reader: Reader, trees: readonly CstNode[], parts: readonly CstNode[]): VocabularyFile {
  const read = {
    header: (part: CstNode) => readVocabularyHeader(reader, part),
    item: (part: CstNode) => readVocabularyItem(reader, part),
  };
  return { kind: 'vocabulary', ...readHead(reader, trees), ...splitHeader(reader, parts, read) };
}

function readVocabularyHeader(reader: Reader, inner: CstNode): VocabularyHeaderItem | undefined {
  const span = nodeSpan(reader, inner);
  switch (inner.name) {
    case 'title': {
      const text = textOf(reader, node(inner, 'text'));
      return text === undefined ? undefined : { kind: 'title', text, span };
    }
    case 'extendsClause':
      return { kind: 'extends', ...readReference(reader, inner), span };
    case 'note':
      return readNote(reader, inner);
    default:
      return undefined;
  }
}

function readVocabularyItem(reader: Reader, inner: CstNode): VocabularyItem | undefined {
  switch (inner.name) {
    case 'record':
      return readRecord(reader, inner);
    case 'choices':
      return readChoices(reader, inner);
    case 'note':
      return readNote(reader, inner);
    default:
      return undefined;
  }
}
