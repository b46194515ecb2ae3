import type { CstNode, IToken } from 'chevrotain';
import { spanOf } from '../source/source.ts';
import { parseDate } from '../values/calendar.ts';
import {
  contentOf,
  nameOf,
  node,
  nodeSpan,
  nodes,
  qualifiedNameOf,
  type Reader,
  token,
  tokenSpan,
  tokens,
  tokensBelow,
  wordOf,
} from './cst.ts';
import { keywordNamed, unitAfter } from './keywords.ts';
import { readNames } from './read-small-parts.ts';
import type {
  Expectation,
  ExpectedOutcome,
  Given,
  GivenChange,
  GivenStart,
  ManifestDeclaration,
  TestCell,
  TestDate,
  TestDeclaration,
  TestPath,
  TestStep,
  TestsFile,
  TestTable,
  WrittenGroup,
  WrittenValue,
} from './tests-ast.ts';

/** The typed tree of a file of tests from its concrete ones: the first has the head, all have parts. */
export function readTestsFile(reader: Reader, trees: readonly CstNode[]): TestsFile {
  const span = spanOf(reader.source, 0, reader.source.text.length);
  const head = node(trees[0], 'testsHead');
  const parts = trees.flatMap((tree) => nodes(tree, 'testsPart'));
  return {
    kind: 'tests',
    spelling: reader.spelling,
    language: reader.language,
    pack: qualifiedNameOf(reader, node(head, 'qualifiedName'), nodeSpan(reader, head, span)),
    asOf: readAsOf(reader, node(head, 'asOf')),
    manifests: parts.flatMap((part) => nodes(part, 'manifest')).map((at) => readManifest(reader, at)),
    tests: parts.flatMap((part) => nodes(part, 'test')).map((at) => readTest(reader, at)),
    span,
  };
}

function readAsOf(reader: Reader, at: CstNode | undefined): TestDate | undefined {
  const date = token(at, 'AnyDate');
  return date === undefined ? undefined : { day: parseDate(date.image), span: tokenSpan(reader, date) };
}

function readManifest(reader: Reader, at: CstNode): ManifestDeclaration {
  const span = nodeSpan(reader, at);
  return { name: nameOf(reader, token(at, 'AnyName'), span), given: readGiven(reader, node(at, 'given'), at), span };
}

function readTest(reader: Reader, at: CstNode): TestDeclaration {
  const span = nodeSpan(reader, at);
  const name = token(at, 'AnyText');
  const table = node(at, 'table');
  return {
    name: name === undefined ? { text: '', span } : { text: contentOf(name), span: tokenSpan(reader, name) },
    given: readGiven(reader, node(at, 'given'), at),
    asOf: readAsOf(reader, node(at, 'asOf')),
    table: table === undefined ? undefined : readTable(reader, table),
    expectations: nodes(at, 'expectation').map((each) => readExpectation(reader, each)),
    span,
  };
}

// ------------------------------------------------------------- manifests

function readGiven(reader: Reader, at: CstNode | undefined, around: CstNode): Given {
  return {
    start: readStart(reader, at),
    changes: nodes(at, 'change').map((change) => readChange(reader, change)),
    span: nodeSpan(reader, at, nodeSpan(reader, around)),
  };
}

function readStart(reader: Reader, at: CstNode | undefined): GivenStart {
  const path = token(at, 'AnyText');
  if (path !== undefined) return { kind: 'file', path: contentOf(path), span: tokenSpan(reader, path) };
  const group = node(at, 'group');
  if (group !== undefined) return { kind: 'written', group: readGroup(reader, group) };
  const name = token(at, 'AnyName');
  return name === undefined ? { kind: 'missing' } : { kind: 'named', name: nameOf(reader, name, nodeSpan(reader, at)) };
}

function readChange(reader: Reader, at: CstNode): GivenChange {
  const span = nodeSpan(reader, at);
  const path = readTestPath(reader, node(at, 'path'), at);
  const value = node(at, 'value');
  if (value === undefined) return { kind: 'remove', path, span };
  return { kind: 'set', path, value: readValue(reader, value), span };
}

function readTestPath(reader: Reader, at: CstNode | undefined, around: CstNode): TestPath {
  const span = nodeSpan(reader, at, nodeSpan(reader, around));
  const fields = tokens(at, 'AnyName').map((name): TestStep => ({ kind: 'field', name: nameOf(reader, name, span) }));
  const items = nodes(at, 'item').map((item): TestStep => ({ kind: 'item', key: readKey(reader, item) }));
  const start = (step: TestStep): number => (step.kind === 'field' ? step.name : step.key).span.start;
  return { steps: [...fields, ...items].sort((a, b) => start(a) - start(b)), span };
}

function readKey(reader: Reader, at: CstNode): { readonly text: string; readonly span: TestPath['span'] } {
  const parts = nodes(at, 'keyPart').flatMap((part) => Object.values(part.children).flat());
  const images = parts.flatMap((part) => ('image' in part ? [keyPartOf(part)] : []));
  const around = nodeSpan(reader, at);
  return { text: images.join('/'), span: spanOf(reader.source, around.start + 1, around.end - 1) };
}

/** A text without its quotes, a name without back-quotes, anything else as it stands. */
function keyPartOf(at: IToken): string {
  return /^["'“”„«‘’‚]/.test(at.image) ? contentOf(at) : wordOf(at);
}

function readValue(reader: Reader, at: CstNode): WrittenValue {
  const group = node(at, 'group');
  if (group !== undefined) return readGroup(reader, group);
  const { start, end } = nodeSpan(reader, at);
  const list = node(at, 'list');
  if (list !== undefined) {
    return { kind: 'list', items: nodes(list, 'value').map((item) => readValue(reader, item)), start, end };
  }
  const text = token(at, 'AnyText');
  if (text !== undefined) return { kind: 'scalar', text: contentOf(text), quoted: true, start, end };
  return { kind: 'scalar', text: scalarOf(at), quoted: false, start, end };
}

/** The words of a value without what may stand between them: blanks, line ends and comments. A unit is the English one. */
function scalarOf(at: CstNode): string {
  const number = token(node(at, 'number'), 'AnyNumber')?.image ?? '';
  return tokensBelow(at)
    .map((part) => {
      const keyword = keywordNamed(part.tokenType.name);
      return keyword?.category === 'unit' && number !== '' ? ` ${unitAfter(number, keyword, 'en')}` : wordOf(part);
    })
    .join('');
}

function readGroup(reader: Reader, at: CstNode): WrittenGroup {
  const { start, end } = nodeSpan(reader, at);
  const entries = nodes(at, 'entry').flatMap((entry) => {
    const name = nameOf(reader, token(entry, 'AnyName'), nodeSpan(reader, entry));
    const value = node(entry, 'value');
    if (value === undefined) return [];
    return [{ key: name.text, keyStart: name.span.start, keyEnd: name.span.end, value: readValue(reader, value) }];
  });
  return { kind: 'map', entries, start, end };
}

// ------------------------------------------------------------- tables and expectations

function readTable(reader: Reader, at: CstNode): TestTable {
  const cells = nodes(at, 'cell').map((cell): TestCell => {
    const value = node(cell, 'value');
    return { value: value === undefined ? undefined : readValue(reader, value), span: nodeSpan(reader, cell) };
  });
  return { path: readTestPath(reader, node(at, 'path'), at), cells, span: nodeSpan(reader, at) };
}

function readExpectation(reader: Reader, at: CstNode): Expectation {
  const span = nodeSpan(reader, at);
  const subject = node(at, 'path');
  return {
    rule: qualifiedNameOf(reader, node(at, 'qualifiedName'), span),
    subject: subject === undefined ? undefined : readTestPath(reader, subject, at),
    outcomes: nodes(at, 'outcome').map((outcome) => readOutcome(reader, outcome)),
    span,
  };
}

const outcomes: Readonly<Record<string, ExpectedOutcome['outcome']>> = {
  Passes: 'pass',
  Fails: 'fail',
  Unproven: 'unproven',
  Excepted: 'excepted',
  NotApplicable: 'not-applicable',
};

function readOutcome(reader: Reader, at: CstNode): ExpectedOutcome {
  const word = Object.keys(outcomes).find((name) => token(at, name) !== undefined);
  const quoted = token(node(at, 'words'), 'AnyText');
  return {
    outcome: outcomes[word ?? ''] ?? 'pass',
    exceptions: readNames(reader, node(at, 'exceptions')),
    places: nodes(node(at, 'places'), 'path').map((path) => readTestPath(reader, path, at)),
    duties: nodes(node(at, 'duties'), 'qualifiedName').map((duty) =>
      qualifiedNameOf(reader, duty, nodeSpan(reader, duty)),
    ),
    words: quoted === undefined ? undefined : { text: contentOf(quoted), span: tokenSpan(reader, quoted) },
    span: nodeSpan(reader, at),
  };
}
