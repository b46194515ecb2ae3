import { codeActions } from './code-actions.ts';
import { completion } from './completion.ts';
import { definition } from './definition.ts';
import { diagnostics } from './diagnostics.ts';
import { documentSymbols } from './document-symbols.ts';
import { formatting } from './formatting.ts';
import type { Handler } from './handler.ts';
import { hover } from './hover.ts';
import { references } from './references.ts';
import { semanticTokens } from './semantic-tokens.ts';
import { signatureHelp } from './signature-help.ts';

/** Every feature of the server, a line each. */
export const handlers: readonly Handler[] = [
  codeActions,
  completion,
  definition,
  diagnostics,
  documentSymbols,
  formatting,
  hover,
  references,
  semanticTokens,
  signatureHelp,
];
