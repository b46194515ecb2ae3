import { definition } from './definition.ts';
import { diagnostics } from './diagnostics.ts';
import { documentSymbols } from './document-symbols.ts';
import type { Handler } from './handler.ts';
import { hover } from './hover.ts';
import { references } from './references.ts';

/** Every feature of the server, a line each. */
export const handlers: readonly Handler[] = [definition, diagnostics, documentSymbols, hover, references];
