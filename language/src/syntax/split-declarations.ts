import type { IToken } from 'chevrotain';
import { AnyName, AnyText, isOf, keywordTokens as key, LeftBrace, RightBrace } from './tokens.ts';

const rules: ReadonlySet<IToken['tokenType']> = new Set([
  key.Rule,
  key.PurposeLimitation,
  key.ErrorMargin,
  key.HumanIntervention,
  key.Transparency,
]);

/** What is told by the text or brace after it too, where its name is forgotten, or is a text. */
const mayLackName: ReadonlySet<IToken['tokenType']> = new Set([...rules, key.TestWord]);

/** Declarations that begin with a word which could also be a name, so that what follows must bear them out. */
const declarations: ReadonlySet<IToken['tokenType']> = new Set([
  ...rules,
  ...[key.Source, key.Purpose, key.Open, key.Cut, key.DataCollectedFor, key.Parameter, key.Define],
  ...[key.RecordWord, key.Manifest, key.Choices, key.TestWord],
]);

/** The names of the tokens by which declarations begin. */
export const declarationTokens: ReadonlySet<string> = new Set([...declarations].map(({ name }) => name));

const purposes: ReadonlySet<IToken['tokenType']> = new Set([key.Purpose, key.Open]);

/**
 * The tokens of a file in stretches: what stands before its first declaration, then each declaration that begins at the
 * very beginning of a line. Layout means nothing in the language; this is for files that have mistakes in them, in which
 * it tells better than anything else where the next declaration begins. Purposes may stand in one another unindented.
 */
export function splitAtDeclarations(tokens: readonly IToken[], text: string): readonly (readonly IToken[])[] {
  const stretches: IToken[][] = [[]];
  let inPurpose = false;
  let braces = 0;
  for (const [index, token] of tokens.entries()) {
    const nested = braces > 0 && inPurpose && purposes.has(token.tokenType);
    if (index > 0 && !nested && beginsDeclaration(token, tokens[index + 1], text)) {
      stretches.push([]);
      inPurpose = purposes.has(token.tokenType);
      braces = 0;
    }
    if (token.tokenType === LeftBrace) braces += 1;
    if (token.tokenType === RightBrace) braces = Math.max(0, braces - 1);
    stretches.at(-1)?.push(token);
  }
  return stretches;
}

function beginsDeclaration(token: IToken, next: IToken | undefined, text: string): boolean {
  if (!declarations.has(token.tokenType) || !/^[\r\n]?$/.test(text.charAt(token.startOffset - 1))) return false;
  if (/\s/.test(token.image)) return true;
  if (next === undefined) return false;
  return (
    isOf(next, AnyName) || (mayLackName.has(token.tokenType) && (isOf(next, AnyText) || next.tokenType === LeftBrace))
  );
}
