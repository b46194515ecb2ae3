import type { CstNode } from 'chevrotain';
import { parseDate } from '../values/calendar.ts';
import type { Citation, InForce, LevelClause, Name, Note, WasClause } from './ast.ts';
import { contentOf, nameOf, node, nodeSpan, nodes, type Reader, textOf, token, tokenSpan, tokens } from './cst.ts';

/** A note from its node. */
export function readNote(reader: Reader, at: CstNode): Note {
  const span = nodeSpan(reader, at);
  const text = textOf(reader, node(at, 'text')) ?? { span };
  return { kind: 'note', key: nameOf(reader, token(at, 'AnyName'), span), text, span };
}

/** A former name from its node. */
export function readWas(reader: Reader, at: CstNode): WasClause {
  const span = nodeSpan(reader, at);
  return { kind: 'was', name: nameOf(reader, token(at, 'AnyName'), span), span };
}

/** A first or last day in force from its node. */
export function readInForce(reader: Reader, at: CstNode): InForce {
  const span = nodeSpan(reader, at);
  const edge = token(at, 'InForceUntil') === undefined ? 'from' : 'until';
  return { kind: 'in-force', edge, day: parseDate(token(at, 'AnyDate')?.image ?? ''), span };
}

/** A level, and who chose it, from its node. */
export function readLevel(reader: Reader, at: CstNode): LevelClause {
  const span = nodeSpan(reader, at);
  const level =
    token(at, 'Mandatory') !== undefined
      ? 'mandatory'
      : token(at, 'Recommended') !== undefined
        ? 'recommended'
        : 'comply-or-explain';
  const texts = nodes(at, 'text').map((text) => textOf(reader, text));
  const chosen = token(at, 'ChosenBy') !== undefined;
  const because = token(at, 'Because') !== undefined;
  return {
    kind: 'level',
    level,
    chosenBy: chosen ? texts[0] : undefined,
    because: because ? texts[chosen ? 1 : 0] : undefined,
    span,
  };
}

/** Citations from a `cites` node. */
export function readCitations(reader: Reader, at: CstNode | undefined): readonly Citation[] {
  return nodes(at, 'citation').map((citation) => {
    const span = nodeSpan(reader, citation);
    const place = token(citation, 'AnyText');
    return {
      source: nameOf(reader, token(citation, 'AnyName'), span),
      at: place === undefined ? '' : contentOf(place),
      quoting: textOf(reader, node(citation, 'text')),
      span,
    };
  });
}

/** Names with commas between, from their node. */
export function readNames(reader: Reader, at: CstNode | undefined): readonly Name[] {
  return tokens(at, 'AnyName').map((name) => nameOf(reader, name, tokenSpan(reader, name)));
}
