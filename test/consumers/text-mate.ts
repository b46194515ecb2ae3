import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Oniguruma from 'vscode-oniguruma';
import type * as TextMate from 'vscode-textmate';

// Both are CommonJS, made by a bundler: what they export is seen by `require` alone.
const require = createRequire(import.meta.url);
const oniguruma: typeof Oniguruma = require('vscode-oniguruma');
const textMate: typeof TextMate = require('vscode-textmate');

const grammarFile = join(import.meta.dirname, '../../client/syntaxes/waarborg.tmLanguage.json');

/** A stretch of a line and what it is, the innermost scope last. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

/** Reads lines one after another, as an editor colours them; made by `loadGrammar`. */
export type Colours = (text: string) => readonly (readonly Stretch[])[];

/** The grammar, read by the library with which VS Code itself reads grammars. */
export async function loadGrammar(): Promise<Colours> {
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new textMate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textMate.parseRawGrammar(readFileSync(grammarFile, 'utf8'), grammarFile),
  });
  const grammar = await registry.loadGrammar('source.waarborg');
  if (grammar === null) throw new Error('the grammar is not there');
  return (text) => {
    let state = textMate.INITIAL;
    return text.split(/\r?\n/).map((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      return tokens.map(({ startIndex, endIndex, scopes }) => ({
        start: startIndex,
        end: Math.min(endIndex, line.length),
        scopes: scopes.slice(1).map((scope) => scope.replace(/\.waarborg$/, '')),
      }));
    });
  };
}
