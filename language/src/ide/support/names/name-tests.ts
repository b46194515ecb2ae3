import { fieldCalled } from '../../../core/fields.ts';
import type { Pack } from '../../../model/model.ts';
import type { Field, RecordType, Type } from '../../../model/types.ts';
import { spanOf } from '../../../source/source.ts';
import type { Name } from '../../../syntax/ast.ts';
import type { Expectation, Given, TestDeclaration, TestPath, TestsFile } from '../../../syntax/tests-ast.ts';
import { exceptionCalled, type FoundRule, ruleOfPack } from './called.ts';
import { add, type Gathering, nameQualified, packOrVocabularySymbol } from './gathering.ts';
import { dutyCalled, nameDisclosed } from './name-rule.ts';
import { nameValue, type ValueContext } from './name-value.ts';
import { symbolInTests, symbolOfDeclaration, symbolOfDuty, symbolOfException, symbolOfField } from './symbols-of.ts';

interface TestsContext {
  readonly file: TestsFile;
  readonly gathering: Gathering;
  /** The tested pack; undefined where there is none of that name. */
  readonly pack: Pack | undefined;
  readonly record: RecordType | undefined;
}

/** Names everything in a file of tests: rules, duties and exceptions, manifests, and the fields and values of these. */
export function nameTests(file: TestsFile, gathering: Gathering): void {
  const pack = gathering.model.packs.find(({ name }) => name === file.pack.text);
  const context: TestsContext = { file, gathering, pack, record: pack?.record };
  add(gathering, packOrVocabularySymbol(file.pack.text, gathering), file.pack);
  for (const declaration of file.manifests) {
    add(gathering, symbolInTests({ kind: 'test-manifest', declaration }), declaration.name, 'declaration');
    nameGiven(declaration.given, context);
  }
  for (const test of file.tests) nameTest(test, context);
}

function valuesOf({ file, gathering, record }: TestsContext): ValueContext {
  return { gathering, source: file.span.source, record };
}

function nameTest(test: TestDeclaration, context: TestsContext): void {
  const name = withoutQuotes(test.name);
  add(context.gathering, symbolInTests({ kind: 'test', declaration: { ...test, name } }), name, 'declaration');
  nameGiven(test.given, context);
  if (test.table !== undefined) {
    const of = nameTestPath(test.table.path, context);
    for (const { value } of test.table.cells) if (value !== undefined) nameValue(value, of, valuesOf(context));
  }
  for (const expectation of test.expectations) nameExpectation(expectation, context);
}

/** The name of a test is a text: what stands between its quotation marks is the name. */
function withoutQuotes({ text, span }: Name): Name & { readonly inText?: true } {
  const quoted = span.source.text.charAt(span.start) === '"' && span.end - span.start > 1;
  return quoted ? { text, span: { ...span, start: span.start + 1, end: span.end - 1 }, inText: true } : { text, span };
}

function nameGiven({ start, changes }: Given, context: TestsContext): void {
  const { file, gathering, record } = context;
  if (start.kind === 'named') {
    const declaration = file.manifests.find(({ name }) => name.text === start.name.text);
    if (declaration !== undefined) add(gathering, symbolInTests({ kind: 'test-manifest', declaration }), start.name);
  }
  if (start.kind === 'written' && record !== undefined)
    nameValue(start.group, { type: { kind: 'record', record } }, valuesOf(context));
  for (const change of changes) {
    const of = nameTestPath(change.path, context);
    if (change.kind === 'set') nameValue(change.value, of, valuesOf(context));
  }
}

/** Names the fields of a path into the tested record, and gives the type of where it leads, and the field. */
function nameTestPath(
  { steps }: TestPath,
  { record, gathering }: TestsContext,
): { readonly type: Type; readonly field?: Field } {
  let type: Type = record === undefined ? { kind: 'unknown' } : { kind: 'record', record };
  let last: Field | undefined;
  for (const step of steps) {
    if (step.kind === 'item') {
      type = type.kind === 'list' ? type.of : { kind: 'unknown' };
      continue;
    }
    const within: RecordType | undefined = type.kind === 'record' ? type.record : undefined;
    const field: Field | undefined = within === undefined ? undefined : fieldCalled(within, step.name.text);
    if (within === undefined || field === undefined) return { type: { kind: 'unknown' } };
    add(gathering, symbolOfField(field, within), step.name);
    type = field.type;
    last = field;
  }
  return last === undefined ? { type } : { type, field: last };
}

function nameExpectation({ rule: name, subject, outcomes }: Expectation, context: TestsContext): void {
  const found = ruleCalled(name.text, context);
  const { gathering, pack } = context;
  nameQualified(name, found && symbolOfDeclaration(found.rule, found.pack), pack, gathering);
  if (subject !== undefined) nameTestPath(subject, context);
  for (const { exceptions, places, duties } of outcomes) {
    for (const place of places) nameTestPath(place, context);
    if (found === undefined) continue;
    for (const duty of duties) nameTestedDuty(duty, found, gathering);
    for (const exception of exceptions) {
      const clause = exceptionCalled(exception.text, found.rule);
      if (clause !== undefined) add(gathering, symbolOfException(clause, found.rule, found.pack), exception);
    }
  }
}

/** A rule of the tested pack by its name or one that it had, or of another pack as `pack/rule`. */
function ruleCalled(written: string, { gathering, pack }: TestsContext): FoundRule | undefined {
  const slash = written.indexOf('/');
  const name = written.slice(slash + 1);
  const owner = slash === -1 ? pack : gathering.model.packs.find((each) => each.name === written.slice(0, slash));
  return owner && ruleOfPack(name, owner);
}

/** A duty, one that an exception leaves owed behind its name, `claim/exception`, or the names of a disclosure. */
function nameTestedDuty(name: Name, { rule, pack }: FoundRule, gathering: Gathering): void {
  const parts = partsOf(name);
  const [first, second] = parts;
  const claimed = parts.length === 2 && first?.text === 'claim' ? second : undefined;
  const exceptionName = claimed ?? (parts.length > 1 ? first : undefined);
  const exception = exceptionName === undefined ? undefined : exceptionCalled(exceptionName.text, rule);
  if (exceptionName !== undefined && exception !== undefined) {
    add(gathering, symbolOfException(exception, rule, pack), exceptionName);
    if (claimed !== undefined) return;
  }
  const owed = exception?.clauses.flatMap((item) => (item.kind === 'still' ? [item.obligation] : []));
  const [own, audience] = exception === undefined ? parts : parts.slice(1);
  if (own !== undefined && audience !== undefined) {
    nameDisclosed(own, audience, { gathering, pack, record: pack.record, items: [] });
  } else if (own !== undefined) {
    const duty = owed === undefined ? dutyCalled(own.text, rule) : owed.find((each) => each.name?.text === own.text);
    if (duty?.name !== undefined) add(gathering, symbolOfDuty(duty, duty.name, rule, pack, exception), own);
  }
}

/** The parts of a name between its slashes, each with its own place. */
function partsOf({ text, span }: Name): readonly Name[] {
  const { source, start, end } = span;
  const pieces = source.text.slice(start, end).split('/');
  if (pieces.length === 1) return [{ text, span }];
  let at = start;
  return pieces.map((piece) => {
    const part = { text: piece.replaceAll('`', ''), span: spanOf(source, at, at + piece.length) };
    at += piece.length + 1;
    return part;
  });
}
