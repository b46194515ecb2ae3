import type { IToken } from 'chevrotain';
import { isStarter } from '../../../syntax/expected-words.ts';
import { keywordNamed } from '../../../syntax/keywords.ts';

/** What a condition says already, as far as it decides how it can go on. */
export interface ConditionBefore {
  /** The word that joins its parts: `and` and `or` are not mixed without parentheses. */
  readonly joined: 'And' | 'Or' | undefined;
  /** Whether its last part compares already: comparisons are not chained. */
  readonly compares: boolean;
}

const closing: ReadonlySet<string> = new Set(['RightParenthesis', 'RightBracket', 'RightBrace']);
const opening: ReadonlySet<string> = new Set(['LeftParenthesis', 'LeftBracket', 'LeftBrace', 'Where']);

/** Looks back from the end of some tokens over the condition that they end in. */
export function conditionBefore(tokens: readonly IToken[]): ConditionBefore {
  let depth = 0;
  let inPart = true;
  let compares = false;
  for (const [index, token] of [...tokens.entries()].reverse()) {
    const { name } = token.tokenType;
    if (closing.has(name)) depth += 1;
    else if (depth > 0) depth -= name !== 'Where' && opening.has(name) ? 1 : 0;
    else if (opening.has(name) || isStarter(token)) break;
    else if (name === 'And' || name === 'Or') return { joined: name, compares };
    else if (name === 'Colon') {
      // What `every … where …:` says before its colon is a condition of its own.
      const from = tokens.slice(0, index).findLastIndex(({ tokenType }) => ['Every', 'Some'].includes(tokenType.name));
      const before = tokens.slice(0, from === -1 ? 0 : from);
      const isQuantified = from !== -1 && !tokens.slice(from, index).some(isStarter);
      return isQuantified ? { joined: conditionBefore(before).joined, compares } : { joined: undefined, compares };
    } else if (inPart && name !== 'Not' && keywordNamed(name)?.category === 'operator') compares = true;
    else if (name === 'Not') inPart = false;
  }
  return { joined: undefined, compares };
}
