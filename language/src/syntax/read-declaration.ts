import type { CstNode } from 'chevrotain';
import { diagnostic } from '../diagnostic/diagnostic.ts';
import { partTwice } from '../diagnostic/syntax-errors.ts';
import { parseDate } from '../values/calendar.ts';
import type {
  ChoiceDeclaration,
  ChoicesDeclaration,
  CompatibleDeclaration,
  CutDeclaration,
  DefineDeclaration,
  FieldDeclaration,
  ParameterDeclaration,
  PurposeDeclaration,
  PurposeIdentity,
  RecordDeclaration,
  SourceDeclaration,
  TypeExpression,
} from './ast.ts';
import {
  contentOf,
  nameOf,
  node,
  nodeSpan,
  nodes,
  qualifiedNameOf,
  type Reader,
  textOf,
  token,
  tokenSpan,
} from './cst.ts';
import { readCondition, readOperand } from './read-expression.ts';
import { readCitations, readInForce, readNames, readNote, readWas } from './read-small-parts.ts';

/** A record or manifest of a vocabulary. */
export function readRecord(reader: Reader, at: CstNode): RecordDeclaration {
  const span = nodeSpan(reader, at);
  return {
    kind: 'record',
    manifest: token(at, 'Manifest') !== undefined,
    name: nameOf(reader, token(at, 'AnyName'), span),
    text: textOf(reader, node(at, 'text')),
    fields: nodes(at, 'field').map((field) => readField(reader, field)),
    span,
  };
}

function readField(reader: Reader, at: CstNode): FieldDeclaration {
  const span = nodeSpan(reader, at);
  const parts = nodes(at, 'fieldPart');
  return {
    kind: 'field',
    name: nameOf(reader, token(at, 'AnyName'), span),
    type: readType(reader, node(at, 'type')),
    closed: parts.some((part) => token(part, 'AbsentMeansNone') !== undefined),
    ...readRolesAndFormerNames(reader, parts),
    text: textOf(reader, parts.flatMap((part) => nodes(part, 'text'))[0]),
    notes: parts.flatMap((part) => nodes(part, 'note')).map((note) => readNote(reader, note)),
    span,
  };
}

function readRolesAndFormerNames(reader: Reader, parts: readonly CstNode[]): Pick<FieldDeclaration, 'roles' | 'was'> {
  const roles = parts.flatMap((part) => nodes(part, 'role'));
  const was = parts.flatMap((part) => nodes(part, 'was'));
  return {
    roles: roles.map((role) => nameOf(reader, token(role, 'AnyName'), nodeSpan(reader, role))),
    was: was.map((former) => readWas(reader, former).name),
  };
}

type PlainType = Exclude<TypeExpression['kind'], 'missing' | 'named' | 'list'>;

const plainTypes: Readonly<Record<string, PlainType>> = {
  TextWord: 'text',
  NumberWord: 'number',
  Share: 'share',
  Count: 'count',
  DateWord: 'date',
  DurationWord: 'duration',
  YesNo: 'yes-no',
  Purpose: 'purpose',
  CitationWord: 'citation',
};

/** A type from its node; its words are keywords only here, so a record may bear the name of one after `one of`. */
function readType(reader: Reader, at: CstNode | undefined): TypeExpression {
  const span = nodeSpan(reader, at);
  if (token(at, 'ListOf') !== undefined) {
    return { kind: 'list', of: readType(reader, node(at, 'type')), keys: readNames(reader, node(at, 'names')), span };
  }
  const name = token(at, 'AnyName');
  if (name === undefined) return { kind: 'missing', span };
  const plain = token(at, 'OneOf') === undefined ? plainTypes[name.tokenType.name] : undefined;
  return plain === undefined ? { kind: 'named', name: nameOf(reader, name, span), span } : { kind: plain, span };
}

/** A list of choices of a vocabulary. */
export function readChoices(reader: Reader, at: CstNode): ChoicesDeclaration {
  const span = nodeSpan(reader, at);
  return {
    kind: 'choices',
    name: nameOf(reader, token(at, 'AnyName'), span),
    text: textOf(reader, node(at, 'text')),
    values: nodes(at, 'choice').map((choice) => readChoice(reader, choice)),
    span,
  };
}

function readChoice(reader: Reader, at: CstNode): ChoiceDeclaration {
  const parts = nodes(at, 'choicePart');
  const span = nodeSpan(reader, at);
  return {
    name: nameOf(reader, token(at, 'AnyName'), span),
    text: textOf(reader, parts.flatMap((part) => nodes(part, 'text'))[0]),
    ...readRolesAndFormerNames(reader, parts),
    span,
  };
}

/** A source with its address, dates and passages. */
export function readSource(reader: Reader, at: CstNode): SourceDeclaration {
  const span = nodeSpan(reader, at);
  const parts = nodes(at, 'sourcePart');
  const addressPart = parts.find((part) => token(part, 'At') !== undefined);
  const address = token(addressPart, 'AnyText') ?? token(addressPart, 'Iri');
  const version = parts.find((part) => token(part, 'Version') !== undefined);
  return {
    kind: 'source',
    name: nameOf(reader, token(at, 'AnyName'), span),
    title: textOf(reader, node(at, 'text')) ?? { span },
    address: address === undefined ? undefined : { text: contentOf(address), span: tokenSpan(reader, address) },
    inForce: parts.flatMap((part) => nodes(part, 'inForce')).map((date) => readInForce(reader, date)),
    versionDay: parseDate(token(version, 'AnyDate')?.image ?? ''),
    givesNoNumbers: parts.some((part) => token(part, 'GivesNoNumbers') !== undefined),
    passages: nodes(at, 'passage').flatMap((passage) => {
      const place = token(passage, 'AnyText');
      const text = textOf(reader, node(passage, 'text'));
      if (place === undefined || text === undefined) return [];
      return [{ at: contentOf(place), text, span: nodeSpan(reader, passage) }];
    }),
    notes: parts.flatMap((part) => nodes(part, 'note')).map((note) => readNote(reader, note)),
    span,
  };
}

/** A purpose with those nested in it. */
export function readPurpose(reader: Reader, at: CstNode): PurposeDeclaration {
  const span = nodeSpan(reader, at);
  const parts = nodes(at, 'purposePart');
  const under = parts.filter((part) => token(part, 'Under') !== undefined);
  const same = parts.filter((part) => token(part, 'SameAs') !== undefined);
  return {
    kind: 'purpose',
    name: nameOf(reader, token(at, 'AnyName'), span),
    text: textOf(reader, parts.flatMap((part) => nodes(part, 'text'))[0]),
    open: token(at, 'Open') !== undefined,
    parents: under.flatMap((part) => nodes(part, 'qualifiedName')).map((name) => qualifiedNameOf(reader, name, span)),
    sameAs: same.map((part) => readIdentity(reader, part)),
    was: parts.flatMap((part) => nodes(part, 'was')).map((former) => readWas(reader, former).name),
    notes: parts.flatMap((part) => nodes(part, 'note')).map((note) => readNote(reader, note)),
    children: nodes(at, 'purpose').map((child) => readPurpose(reader, child)),
    span,
  };
}

function readIdentity(reader: Reader, at: CstNode): PurposeIdentity {
  const span = nodeSpan(reader, at);
  const iri = token(at, 'Iri');
  if (iri !== undefined) return { kind: 'iri', iri: contentOf(iri), span: tokenSpan(reader, iri) };
  return { kind: 'purpose', name: qualifiedNameOf(reader, node(at, 'qualifiedName'), span), span };
}

/** A cut edge between two purposes. */
export function readCut(reader: Reader, at: CstNode): CutDeclaration {
  const span = nodeSpan(reader, at);
  const [child, parent] = nodes(at, 'qualifiedName');
  return {
    kind: 'cut',
    child: qualifiedNameOf(reader, child, span),
    parent: qualifiedNameOf(reader, parent, span),
    because: textOf(reader, node(at, 'text')),
    span,
  };
}

/** A declared compatibility of purposes. */
export function readCompatible(reader: Reader, at: CstNode): CompatibleDeclaration {
  const span = nodeSpan(reader, at);
  const [collectedFor, usedFor] = nodes(at, 'qualifiedName');
  const condition = node(at, 'condition');
  return {
    kind: 'compatible',
    collectedFor: qualifiedNameOf(reader, collectedFor, span),
    usedFor: qualifiedNameOf(reader, usedFor, span),
    condition: condition === undefined ? undefined : readCondition(reader, condition, span),
    cites: readCitations(reader, node(at, 'cites')),
    span,
  };
}

/** A parameter with who set it and why. */
export function readParameter(reader: Reader, at: CstNode): ParameterDeclaration {
  const span = nodeSpan(reader, at);
  const parts = nodes(at, 'parameterPart');
  const reviewed = single(reader, parts, 'ReconsiderBy');
  const date = token(reviewed, 'AnyDate');
  const lower = parts.some((part) => token(part, 'StricterWhenLower') !== undefined);
  const higher = parts.some((part) => token(part, 'StricterWhenHigher') !== undefined);
  return {
    kind: 'parameter',
    name: nameOf(reader, token(at, 'AnyName'), span),
    type: readType(reader, node(at, 'type')),
    value: readOperand(reader, node(at, 'operand'), span),
    setBy: textOf(reader, node(single(reader, parts, 'SetBy'), 'text')),
    because: textOf(reader, node(single(reader, parts, 'Because'), 'text')),
    reviewBy: date === undefined ? undefined : { day: parseDate(date.image), span: tokenSpan(reader, date) },
    stricterWhen: lower ? 'lower' : higher ? 'higher' : undefined,
    was: parts.flatMap((part) => nodes(part, 'was')).map((former) => readWas(reader, former).name),
    notes: parts.flatMap((part) => nodes(part, 'note')).map((note) => readNote(reader, note)),
    span,
  };
}

/** The one part that starts with a word; a second is reported. */
function single(reader: Reader, parts: readonly CstNode[], word: string): CstNode | undefined {
  const [first, second] = parts.filter((part) => token(part, word) !== undefined);
  if (first !== undefined && second !== undefined) {
    const message = { en: 'This is said already', nl: 'Dit staat er al' };
    const related = [{ span: nodeSpan(reader, first), message: { en: 'here', nl: 'hier' } }];
    reader.report(diagnostic(partTwice, nodeSpan(reader, second), message, { related }));
  }
  return first;
}

/** A named condition or value. */
export function readDefine(reader: Reader, at: CstNode): DefineDeclaration {
  const span = nodeSpan(reader, at);
  const judges = node(at, 'judges');
  return {
    kind: 'define',
    name: nameOf(reader, token(at, 'AnyName'), span),
    text: textOf(reader, node(at, 'text')),
    record: judges === undefined ? undefined : nameOf(reader, token(judges, 'AnyName'), span),
    expression: readCondition(reader, node(at, 'condition'), span),
    span,
  };
}
