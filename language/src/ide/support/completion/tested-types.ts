import type { IToken } from 'chevrotain';
import { fieldCalled, recordOf } from '../../../core/fields.ts';
import type { RecordType, Type } from '../../../model/types.ts';
import { AnyName, isOf } from '../../../syntax/tokens.ts';

/** What may be named at the end of some tokens of a test. */
export interface TestedTypes {
  /** The record of which a field is named in a path. */
  readonly step: RecordType | undefined;
  /** The record of which an entry names a field. */
  readonly entry: RecordType | undefined;
  /** The type of the value that is to be written. */
  readonly value: Type | undefined;
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
  };
}

interface Step {
  readonly token: IToken;
  readonly before: IToken | undefined;
  readonly after: IToken | undefined;
  readonly manifest: Type;
}

function next(walk: Walk, { token, before, after, manifest }: Step): Walk {
  const { open, path, value } = walk;
  const name = token.tokenType.name;
  switch (name) {
    case 'Given':
      return { open: [], path: undefined, value: manifest };
    case 'But':
    case 'Without':
    case 'For':
    case 'AtPlace':
      return { open: [], path: manifest, value: undefined };
    case 'And':
      return { open, path: manifest, value: undefined };
    case 'Is':
    case 'Among':
      // `manifest NAME is` has no path before it.
      return { open, path: undefined, value: path ?? manifest };
    case 'LeftBrace':
      return { open: [...open, { sign: 'group', type: value ?? unknown }], path: undefined, value: undefined };
    case 'LeftBracket':
      if (isKey(before, path)) return { ...walk, open: [...open, { sign: 'key', type: unknown }] };
      return { open: [...open, { sign: 'list', type: elementOf(value) }], path: undefined, value: elementOf(value) };
    case 'RightBrace':
      return { open: open.slice(0, -1), path: undefined, value: undefined };
    case 'RightBracket':
      if (open.at(-1)?.sign !== 'key') return { open: open.slice(0, -1), path: undefined, value: undefined };
      return { open: open.slice(0, -1), path: elementOf(path), value: undefined };
    case 'Comma':
      return {
        ...walk,
        value: open.at(-1)?.sign === 'list' ? open.at(-1)?.type : open.length === 0 ? value : undefined,
      };
    default:
      break;
  }
  if (!isOf(token, AnyName) || open.at(-1)?.sign === 'key') return walk;
  if (after?.tokenType.name === 'Colon' && open.at(-1)?.sign === 'group') {
    return { ...walk, value: fieldType(open.at(-1)?.type, token.image) };
  }
  if (path === undefined) return open.length === 0 ? walk : { ...walk, value: undefined };
  return { ...walk, path: fieldType(path, token.image) };
}

/** Whether a bracket is that of the key of an item in a path. */
function isKey(before: IToken | undefined, path: Type | undefined): boolean {
  return path?.kind === 'list' && before !== undefined && isOf(before, AnyName);
}

function elementOf(type: Type | undefined): Type {
  return type?.kind === 'list' ? type.of : unknown;
}

function fieldType(type: Type | undefined, name: string): Type {
  const record = type?.kind === 'record' ? type.record : undefined;
  return (record && fieldCalled(record, name.replaceAll('`', ''))?.type) ?? unknown;
}
