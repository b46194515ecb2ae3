import { callHierarchy } from './call-hierarchy.ts';
import { codeActions } from './code-actions.ts';
import { codeLenses } from './code-lenses.ts';
import { completion } from './completion.ts';
import { convertSpelling } from './convert-spelling.ts';
import { definition } from './definition.ts';
import { diagnostics } from './diagnostics.ts';
import { documentHighlight } from './document-highlight.ts';
import { documentLinks } from './document-links.ts';
import { documentSymbols } from './document-symbols.ts';
import { fileRename } from './file-rename.ts';
import { foldingRanges } from './folding-ranges.ts';
import { formatting } from './formatting.ts';
import type { Handler } from './handler.ts';
import { hover } from './hover.ts';
import { implementation } from './implementation.ts';
import { inlayHints } from './inlay-hints.ts';
import { manifestActions } from './manifest-actions.ts';
import { manifestCompletion } from './manifest-completion.ts';
import { manifestHover } from './manifest-hover.ts';
import { manifestLenses } from './manifest-lenses.ts';
import { references } from './references.ts';
import { rename } from './rename.ts';
import { ruleTests } from './rule-tests.ts';
import { runTests } from './run-tests.ts';
import { selectionRanges } from './selection-ranges.ts';
import { semanticTokens } from './semantic-tokens.ts';
import { signatureHelp } from './signature-help.ts';
import { status } from './status.ts';
import { typeDefinition } from './type-definition.ts';
import { workspaceSymbols } from './workspace-symbols.ts';

/** Every feature of the server, a line each. */
export const handlers: readonly Handler[] = [
  callHierarchy,
  codeActions,
  codeLenses,
  completion,
  convertSpelling,
  definition,
  diagnostics,
  documentHighlight,
  documentLinks,
  documentSymbols,
  fileRename,
  foldingRanges,
  formatting,
  hover,
  implementation,
  inlayHints,
  manifestActions,
  manifestCompletion,
  manifestHover,
  manifestLenses,
  references,
  rename,
  ruleTests,
  runTests,
  selectionRanges,
  semanticTokens,
  signatureHelp,
  status,
  typeDefinition,
  workspaceSymbols,
];
