import type { SymbolKind } from '@waarborg/language';
import { SymbolKind as LspKind } from 'vscode-languageserver';

/** What the protocol calls each kind of thing: it has no words of its own for rules. */
export const symbolKinds: Readonly<Record<SymbolKind, LspKind>> = {
  pack: LspKind.Package,
  vocabulary: LspKind.Module,
  alias: LspKind.Namespace,
  source: LspKind.File,
  purpose: LspKind.Class,
  parameter: LspKind.Constant,
  define: LspKind.Function,
  rule: LspKind.Interface,
  duty: LspKind.Method,
  exception: LspKind.Event,
  item: LspKind.Variable,
  record: LspKind.Struct,
  field: LspKind.Field,
  choices: LspKind.Enum,
  choice: LspKind.EnumMember,
  test: LspKind.Method,
  'test-manifest': LspKind.Object,
};
