import { definition } from './definition.ts';
import { diagnostics } from './diagnostics.ts';
import { documentSymbols } from './document-symbols.ts';
import type { Handler } from './handler.ts';
import { hover } from './hover.ts';
import { manifestActions } from './manifest-actions.ts';
import { manifestCompletion } from './manifest-completion.ts';
import { manifestHover } from './manifest-hover.ts';
import { manifestLenses } from './manifest-lenses.ts';
import { references } from './references.ts';

/** Every feature of the server, a line each. */
export const handlers: readonly Handler[] = [
  definition,
  diagnostics,
  documentSymbols,
  hover,
  manifestActions,
  manifestCompletion,
  manifestHover,
  manifestLenses,
  references,
];
