import type { IToken } from 'chevrotain';
import { fieldCalled, recordOf } from '../../../core/fields.ts';
import type { Field, RecordType, Type } from '../../../model/types.ts';
import { AnyName, Colon, isOf, LeftBrace } from '../../../syntax/tokens.ts';

/** What may be named at the end of some tokens of a test. */
export interface TestedTypes {
  /** The record of which a field is named in a path. */
  readonly step: RecordType | undefined;
  /** The record of which an entry names a field. */
  readonly entry: RecordType | undefined;
  /** The type of the value that is to be written. */
  readonly value: Type | undefined;
  /** The field that the value is of, be it in a list; undefined where no name says so. */
  readonly field: Field | undefined;
}

/** What is open around a value. */
interface Open {
  readonly sign: 'group' | 'list' | 'key';
  readonly type: Type;
}

interface Walk {
  readonly open: readonly Open[];
  /** The type of where a path has led so far, and of the value that comes next. */
  readonly path: Type | undefined;
  readonly value: Type | undefined;
  readonly field?: Field | undefined;
  /** The type of the values in a table. */
  readonly cell?: Type | undefined;
}

const unknown: Type = { kind: 'unknown' };

/** Follows the tokens of a test, of which the tested record is known, and gives the types at their end. */
export function testedTypes(tokens: readonly IToken[], record: RecordType): TestedTypes {
  const manifest: Type = { kind: 'record', record };
  let walk: Walk = { open: [], path: undefined, value: undefined };
  for (const [index, token] of tokens.entries()) {
    walk = next(walk, { token, before: tokens[index - 1], after: tokens[index + 1], manifest });
  }
  const innermost = walk.open.at(-1);
  const atStep = walk.path !== undefined && walk.path.kind === 'record' ? walk.path.record : undefined;
  return {
    step: atStep,
    entry: innermost?.sign === 'group' ? recordOf(innermost.type) : undefined,
    value: walk.value ?? (innermost?.sign === 'list' ? innermost.type : undefined),
    field: walk.field,
  };
}

interface Step {
  readonly token: IToken;
  readonly before: IToken | undefined;
  readonly after: IToken | undefined;
  readonly manifest: Type;
}

function next(walk: Walk, step: Step): Walk {
  const { token, manifest } = step;
  switch (token.tokenType.name) {
    case 'Given':
      return { open: [], path: undefined, value: manifest };
    case 'But':
    case 'Without':
    case 'For':
    case 'AtPlace':
      return { open: [], path: manifest, value: undefined };
    case 'And':
      return { ...walk, path: manifest, value: undefined };
    case 'Is':
      // `manifest NAME is` has no path before it.
      return { ...walk, path: undefined, value: walk.path ?? manifest };
    case 'Among':
      return { ...walk, path: undefined, value: walk.path, cell: walk.path };
    case 'LeftBrace':
    case 'LeftBracket':
      return opened(walk, step);
    case 'RightBrace':
    case 'RightBracket': {
      const path = walk.open.at(-1)?.sign === 'key' ? elementOf(walk.path) : undefined;
      return { ...walk, open: walk.open.slice(0, -1), path, value: undefined };
    }
    case 'Comma': {
      const around = walk.open.at(-1);
      if (around === undefined) return { ...walk, value: walk.cell };
      return { ...walk, value: around.sign === 'list' ? around.type : undefined };
    }
    default:
      return isOf(token, AnyName) ? named(walk, step) : walk;
  }
}

function opened(walk: Walk, { token, before }: Step): Walk {
  const { open, path, value } = walk;
  if (token.tokenType === LeftBrace) {
    return { ...walk, open: [...open, { sign: 'group', type: value ?? unknown }], path: undefined, value: undefined };
  }
  if (isKey(before, path)) return { ...walk, open: [...open, { sign: 'key', type: unknown }] };
  const type = elementOf(value);
  return { ...walk, open: [...open, { sign: 'list', type }], path: undefined, value: type };
}

function named(walk: Walk, { token, after }: Step): Walk {
  const { open, path } = walk;
  const around = open.at(-1);
  if (around?.sign === 'key') return walk;
  if (around?.sign === 'group' && after?.tokenType === Colon) {
    const field = fieldNamed(around.type, token.image);
    return { ...walk, value: field?.type ?? unknown, field };
  }
  const field = path && fieldNamed(path, token.image);
  return { ...walk, path: path && (field?.type ?? unknown), value: undefined, field: field ?? walk.field };
}

/** Whether a bracket is that of the key of an item in a path. */
function isKey(before: IToken | undefined, path: Type | undefined): boolean {
  return path?.kind === 'list' && before !== undefined && isOf(before, AnyName);
}

function elementOf(type: Type | undefined): Type {
  return type?.kind === 'list' ? type.of : unknown;
}

function fieldNamed(type: Type, name: string): Field | undefined {
  return type.kind === 'record' ? fieldCalled(type.record, name.replaceAll('`', '')) : undefined;
}
