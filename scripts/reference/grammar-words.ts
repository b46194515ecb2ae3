import type { Language } from '@waarborg/language';
import { type Keyword, keywords } from '../../language/src/syntax/keywords.ts';

type InBoth = Readonly<Record<Language, string>>;

const both = (en: string, nl: string): InBoth => ({ en, nl });

/** What readers call a production; the name in the parser is for its code. */
const productionNames: Readonly<Record<string, InBoth>> = {
  packFile: both('pack file', 'pakketbestand'),
  packHeader: both('header clause', 'kopregel'),
  packItem: both('declaration', 'verklaring'),
  vocabularyFile: both('vocabulary file', 'woordenlijstbestand'),
  vocabularyHeader: both('vocabulary header', 'kopregel van een woordenlijst'),
  vocabularyItem: both('vocabulary item', 'onderdeel van een woordenlijst'),
  qualifiedName: both('qualified name', 'volledige naam'),
  text: both('text', 'tekst'),
  scope: both('scope', 'reikwijdte'),
  note: both('note', 'aantekening'),
  names: both('names', 'namen'),
  record: both('record', 'gegevensgroep'),
  field: both('field', 'veld'),
  type: both('type', 'type'),
  choices: both('choices', 'keuzelijst'),
  choice: both('choice', 'keuze'),
  source: both('source', 'bron'),
  passage: both('passage', 'passage'),
  purpose: both('purpose', 'doel'),
  cut: both('cut', 'verbreking'),
  compatible: both('compatible use', 'verenigbaar gebruik'),
  parameter: both('parameter', 'parameter'),
  define: both('definition', 'begrip'),
  rule: both('rule', 'regel'),
  clause: both('clause', 'onderdeel'),
  level: both('level', 'niveau'),
  cites: both('citations', 'verwijzingen'),
  forEach: both('for each', 'per onderdeel'),
  obligation: both('obligation', 'verplichting'),
  satisfied: both('satisfied when', 'voldaan indien'),
  require: both('require', 'vereist'),
  demand: both('demand', 'eis'),
  limit: both('limit', 'begrens'),
  measured: both('measured', 'gemeten'),
  disclose: both('give insight in', 'geef inzicht in'),
  except: both('exception', 'uitzondering'),
  ground: both('ground', 'grond'),
  condition: both('condition', 'voorwaarde'),
  term: both('term', 'term'),
  comparison: both('comparison', 'vergelijking'),
  operator: both('operator', 'vergelijkingswoord'),
  quantified: both('quantified condition', 'voorwaarde over een lijst'),
  operand: both('value', 'waarde'),
  arithmetic: both('sign', 'rekenteken'),
  primary: both('single value', 'enkele waarde'),
  list: both('list', 'lijst'),
  each: both('each of a list', 'elk van een lijst'),
  countWhere: both('count of a selection', 'aantal uit een selectie'),
  aggregate: both('aggregate', 'samenvatting'),
  path: both('path', 'pad'),
  testsFile: both('tests file', 'toetsbestand'),
  manifest: both('manifest', 'manifest'),
  test: both('test', 'toets'),
  given: both('given', 'gegeven'),
  change: both('change', 'wijziging'),
  value: both('written value', 'geschreven waarde'),
  valuePath: both('path in a manifest', 'pad in een manifest'),
  valueList: both('written list', 'geschreven lijst'),
  group: both('group of fields', 'groep velden'),
  table: both('table', 'tabel'),
  cell: both('cell', 'cel'),
  expectation: both('expectation', 'verwachting'),
  outcome: both('outcome', 'uitkomst'),
};

/** What readers call a kind of word. */
const wordNames: Readonly<Record<string, InBoth>> = {
  AnyName: both('NAME', 'NAAM'),
  AnyText: both('STRING', 'TEKENREEKS'),
  AnyNumber: both('NUMBER', 'GETAL'),
  AnyPercentage: both('SHARE', 'AANDEEL'),
  AnyDate: both('DATE', 'DATUM'),
  VersionLiteral: both('VERSION', 'VERSIE'),
  Iri: both('IRI', 'IRI'),
};

const spellings: ReadonlyMap<string, Keyword> = new Map(keywords.map((keyword) => [keyword.token, keyword]));

/** What readers of a language call a production of the parser. */
export function nameOfProduction(name: string, language: Language): string {
  return named(productionNames, name)[language];
}

/** What readers of a language call a kind of word. */
export function nameOfWord(token: string, language: Language): string {
  return named(wordNames, token)[language];
}

/** A keyword as it is written, in one of its spellings; in Dutch files the tag of English is `en`, `engels` is read too. */
export function spellingOf(token: string, language: Language, form = 0): string {
  const spelling = spellings.get(token)?.[language][form];
  if (spelling === undefined) throw new Error(`There is no keyword ${token} with ${form + 1} spellings`);
  return token === 'English' ? 'en' : spelling;
}

function named(names: Readonly<Record<string, InBoth>>, name: string): InBoth {
  const found = names[name];
  if (found === undefined) throw new Error(`${name} has no name for readers: add one to grammar-words.ts`);
  return found;
}
