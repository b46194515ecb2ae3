import type { Localized } from '../../diagnostic/diagnostic.ts';
import type { SymbolKind } from './symbol.ts';

/** What each kind of thing is called. */
export const kindWords: Readonly<Record<SymbolKind, Localized>> = {
  pack: { en: 'pack', nl: 'pakket' },
  vocabulary: { en: 'vocabulary', nl: 'woordenlijst' },
  alias: { en: 'short name', nl: 'korte naam' },
  source: { en: 'source', nl: 'bron' },
  purpose: { en: 'purpose', nl: 'doel' },
  parameter: { en: 'parameter', nl: 'parameter' },
  define: { en: 'definition', nl: 'begrip' },
  rule: { en: 'rule', nl: 'regel' },
  duty: { en: 'duty', nl: 'plicht' },
  exception: { en: 'exception', nl: 'uitzondering' },
  item: { en: 'item', nl: 'onderdeel' },
  record: { en: 'record', nl: 'gegevensgroep' },
  field: { en: 'field', nl: 'veld' },
  choices: { en: 'list of choices', nl: 'keuzelijst' },
  choice: { en: 'choice', nl: 'keuze' },
  test: { en: 'test', nl: 'toets' },
  'test-manifest': { en: 'manifest', nl: 'manifest' },
};
