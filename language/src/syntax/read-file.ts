import type { CstNode } from 'chevrotain';
import type { Language } from '../diagnostic/diagnostic.ts';
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
import { readNote, readRule, readWas } from './read-clause.ts';
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

/** The typed tree of a file from its concrete one. */
export function readFile(reader: Reader, at: CstNode): SyntaxFile {
  const pack = node(at, 'packFile');
  if (pack !== undefined) return readPackFile(withLanguage(reader, nodes(pack, 'packHeader')), pack);
  const vocabulary = node(at, 'vocabularyFile');
  if (vocabulary !== undefined) {
    return readVocabularyFile(withLanguage(reader, nodes(vocabulary, 'vocabularyHeader')), vocabulary);
  }
  const span = spanOf(reader.source, 0, reader.source.text.length);
  return { kind: 'unknown', spelling: reader.spelling, language: reader.language, span };
}

function withLanguage(reader: Reader, header: readonly CstNode[]): Reader {
  const stated = header.flatMap((item) => nodes(item, 'languageClause'))[0];
  if (stated === undefined) return reader;
  const language: Language = token(stated, 'Dutch') === undefined ? 'en' : 'nl';
  return { ...reader, language };
}

function headOf(reader: Reader, at: CstNode): { readonly name: QualifiedName; readonly version: Version | undefined } {
  const span = nodeSpan(reader, at);
  const version = token(at, 'VersionLiteral');
  return {
    name: qualifiedNameOf(reader, node(at, 'qualifiedName'), span),
    version:
      version === undefined
        ? undefined
        : { text: version.image, major: Number(version.image.split('.')[0]), span: tokenSpan(reader, version) },
  };
}

function readPackFile(reader: Reader, at: CstNode): PackFile {
  return {
    kind: 'pack',
    spelling: reader.spelling,
    language: reader.language,
    ...headOf(reader, at),
    header: nodes(at, 'packHeader').flatMap((item) => readPackHeader(reader, item) ?? []),
    items: nodes(at, 'packItem').flatMap((item) => readPackItem(reader, item) ?? []),
    span: nodeSpan(reader, at),
  };
}

function readPackHeader(reader: Reader, at: CstNode): PackHeaderItem | undefined {
  const inner = onlyNode(at);
  if (inner === undefined) return undefined;
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

function readPackItem(reader: Reader, at: CstNode): PackItem | undefined {
  const inner = onlyNode(at);
  switch (inner?.name) {
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

function readVocabularyFile(reader: Reader, at: CstNode): VocabularyFile {
  return {
    kind: 'vocabulary',
    spelling: reader.spelling,
    language: reader.language,
    ...headOf(reader, at),
    header: nodes(at, 'vocabularyHeader').flatMap((item) => readVocabularyHeader(reader, item) ?? []),
    items: nodes(at, 'vocabularyItem').flatMap((item) => readVocabularyItem(reader, item) ?? []),
    span: nodeSpan(reader, at),
  };
}

function readVocabularyHeader(reader: Reader, at: CstNode): VocabularyHeaderItem | undefined {
  const inner = onlyNode(at);
  if (inner === undefined) return undefined;
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

function readVocabularyItem(reader: Reader, at: CstNode): VocabularyItem | undefined {
  const inner = onlyNode(at);
  switch (inner?.name) {
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
