import { CstParser, EOF, type IToken, type TokenType } from 'chevrotain';
import { type Allowance, expectedTokens } from './parse-errors.ts';
import * as token from './tokens.ts';

/** What stands before an offset on its line. */
function lineBefore(text: string, offset: number): string {
  return /[^\r\n]*$/.exec(text.slice(Math.max(0, offset - longestIndentation), offset))?.[0] ?? '';
}

function indentation(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? '';
}

/** Lines that go on before this are not laid out by people. */
const longestIndentation = 1000;

/** Whether a parser goes on after a mistake, and whether it looks for faults in its own grammar. */
export interface ParserOptions {
  readonly recovery?: boolean;
  readonly validate?: boolean;
}

/** A parser that goes on after a mistake, and by the layout of the text judges whether a brace was forgotten. */
export abstract class LayoutParser extends CstParser {
  /** The text that the tokens come from: recovery looks at its indentation. */
  written = '';

  readonly allowance: Allowance;

  /** Whether it goes on after a mistake. */
  readonly recovers: boolean;

  constructor({ recovery = true, validate = false }: ParserOptions) {
    const allowance: Allowance = { mistakes: 0 };
    super([...token.allTokens], {
      recoveryEnabled: recovery,
      errorMessageProvider: expectedTokens(allowance),
      maxLookahead: 3,
      nodeLocationTracking: 'onlyOffset',
      skipValidations: !validate,
    });
    this.allowance = allowance;
    this.recovers = recovery;
  }

  /**
   * A brace is only taken to be forgotten where the next line is indented no deeper than the one that opened it;
   * otherwise what stands there is itself the mistake, and the brace is still to come.
   */
  protected override canTokenTypeBeInsertedInRecovery(type: TokenType): boolean {
    if (type !== token.RightBrace || this.LA(1).tokenType === EOF) return true;
    const before = lineBefore(this.written, this.LA(1).startOffset);
    const open = this.openBrace();
    if (open === undefined || before.trim() !== '') return true;
    return before.length <= indentation(lineBefore(this.written, open.startOffset)).length;
  }

  /** The brace that is open at the next token. */
  private openBrace(): IToken | undefined {
    let closed = 0;
    for (let back = 0; ; back -= 1) {
      const before = this.LA(back);
      if (before === undefined || before.tokenType === EOF) return undefined;
      if (before.tokenType === token.RightBrace) closed += 1;
      if (before.tokenType !== token.LeftBrace) continue;
      if (closed === 0) return before;
      closed -= 1;
    }
  }
}
