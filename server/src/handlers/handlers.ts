import { convertSpelling } from './convert-spelling.ts';
import { definition } from './definition.ts';
import { diagnostics } from './diagnostics.ts';
import { documentSymbols } from './document-symbols.ts';
import type { Handler } from './handler.ts';
import { hover } from './hover.ts';
import { references } from './references.ts';
import { ruleTests } from './rule-tests.ts';
import { status } from './status.ts';

/** Every feature of the server, a line each. */
export const handlers: readonly Handler[] = [
  convertSpelling,
  definition,
  diagnostics,
  documentSymbols,
  hover,
  references,
  ruleTests,
  status,
];
