/** What a keyword is for: the grammar of editors and the reference group them so. */
export type KeywordCategory =
  | 'head'
  | 'declaration'
  | 'clause'
  | 'join'
  | 'operator'
  | 'quantifier'
  | 'type'
  | 'unit'
  | 'literal'
  /** Words of tests of rules, which in packs and vocabularies are names like any other. */
  | 'test';

/** One concept of the language with its spellings: the first of each language is the one that the formatter writes. */
export interface Keyword {
  readonly token: string;
  readonly category: KeywordCategory;
  /**
   * `reserved` words never are names; `contextual` ones are names wherever no keyword fits. A phrase of several words is
   * neither: names have no spaces.
   */
  readonly use: 'reserved' | 'contextual';
  readonly en: readonly [string, ...string[]];
  readonly nl: readonly [string, ...string[]];
  /** Where more than one spelling of a language is good: what decides between them. */
  readonly chosenBy?: SpellingChoice;
}

/**
 * What decides which spelling the formatter writes, where that is not always the first: the `number` before a unit; whether
 * a `name` follows, which takes the second; or the `writer`, whose choice stays (`elk doel`, `elke groep`), and which the
 * other language takes over where it has as many.
 */
export type SpellingChoice = 'number' | 'name' | 'writer';

type Spellings = readonly [string, ...string[]];

function keyword<T extends string>(
  token: T,
  category: KeywordCategory,
  use: Keyword['use'],
  en: string | Spellings,
  nl: string | Spellings,
  chosenBy?: SpellingChoice,
): Keyword & { readonly token: T } {
  const list = (spelling: string | Spellings): Spellings => (typeof spelling === 'string' ? [spelling] : spelling);
  const entry = { token, category, use, en: list(en), nl: list(nl) };
  return chosenBy === undefined ? entry : { ...entry, chosenBy };
}

/**
 * Every keyword phrase, in both spellings: the one table behind the tokens, the grammar of editors, completion and the
 * reference. The Dutch words are those that a policy officer would use, not translations of the English ones.
 */
export const keywords = [
  keyword('Pack', 'head', 'contextual', 'pack', 'pakket'),
  keyword('Vocabulary', 'head', 'contextual', 'vocabulary', 'woordenlijst'),
  keyword('Tests', 'head', 'contextual', 'tests', 'toetsen'),
  keyword('Version', 'head', 'contextual', 'version', 'versie'),
  keyword('Title', 'head', 'contextual', 'title', 'titel'),
  keyword('LanguageWord', 'head', 'contextual', 'language', 'taal'),
  keyword('Use', 'head', 'contextual', 'use', 'gebruik'),
  keyword('Extends', 'head', 'contextual', 'extends', 'breidt uit'),
  keyword('As', 'head', 'contextual', 'as', 'als'),
  keyword('ScopeWord', 'head', 'contextual', 'scope', 'reikwijdte'),
  keyword('Judges', 'clause', 'contextual', 'judges', 'beoordeelt'),

  keyword('RecordWord', 'declaration', 'contextual', 'record', 'gegevensgroep'),
  keyword('Manifest', 'declaration', 'contextual', 'manifest', 'manifest'),
  keyword('Choices', 'declaration', 'contextual', 'choices', 'keuzelijst'),
  keyword('AbsentMeansNone', 'declaration', 'contextual', 'absent means none', 'afwezig betekent geen'),
  keyword('Role', 'declaration', 'contextual', 'role', 'rol'),
  keyword('KeyedBy', 'declaration', 'contextual', 'keyed by', 'met sleutel'),
  keyword('ListOf', 'type', 'contextual', 'list of', 'lijst van'),
  keyword('OneOf', 'type', 'contextual', 'one of', 'een van'),
  keyword('TextWord', 'type', 'contextual', 'text', 'tekst'),
  keyword('NumberWord', 'type', 'contextual', 'number', 'getal'),
  keyword('Share', 'type', 'contextual', 'share', 'aandeel'),
  keyword('DateWord', 'type', 'contextual', 'date', 'datum'),
  keyword('DurationWord', 'type', 'contextual', 'duration', 'termijn'),
  keyword('YesNo', 'type', 'contextual', 'yes-no', 'ja-nee'),
  keyword('CitationWord', 'type', 'contextual', 'citation', 'verwijzing'),

  keyword('Source', 'declaration', 'contextual', 'source', 'bron'),
  keyword('At', 'declaration', 'contextual', 'at', ['te vinden op', 'op']),
  keyword('InForceFrom', 'clause', 'contextual', ['applies from', 'in force from'], ['geldt van', 'in werking vanaf']),
  keyword(
    'InForceUntil',
    'clause',
    'contextual',
    ['applies until', 'in force until'],
    ['geldt tot en met', 'in werking tot en met'],
  ),
  keyword('GivesNoNumbers', 'declaration', 'contextual', 'gives no numbers', 'geeft geen getallen'),
  keyword('Says', 'declaration', 'contextual', 'says', 'luidt'),
  keyword('Purpose', 'declaration', 'contextual', 'purpose', 'doel'),
  keyword('Open', 'declaration', 'contextual', 'open', 'open'),
  keyword('Under', 'declaration', 'contextual', 'under', 'onder'),
  keyword('SameAs', 'declaration', 'contextual', 'same as', 'gelijk aan'),
  keyword('Cut', 'declaration', 'contextual', 'cut', 'verbreek'),
  keyword('DataCollectedFor', 'declaration', 'contextual', 'data collected for', 'gegevens verzameld voor'),
  keyword('MayBeUsedFor', 'declaration', 'contextual', 'may be used for', 'mogen worden gebruikt voor'),
  keyword('Parameter', 'declaration', 'contextual', 'parameter', 'parameter'),
  keyword('SetBy', 'declaration', 'contextual', 'set by', 'vastgesteld door'),
  keyword('Because', 'declaration', 'contextual', 'because', 'omdat'),
  keyword('ReconsiderBy', 'declaration', 'contextual', ['reconsider by', 'review by'], 'herzien uiterlijk'),
  keyword('StricterWhenLower', 'declaration', 'contextual', 'stricter when lower', 'strenger indien lager'),
  keyword('StricterWhenHigher', 'declaration', 'contextual', 'stricter when higher', 'strenger indien hoger'),
  keyword('Define', 'declaration', 'contextual', 'define', 'begrip'),
  // Kept free for tightening the rules of another pack, which comes later.
  keyword('Refine', 'declaration', 'reserved', 'refine', 'verscherp'),
  keyword('Was', 'clause', 'contextual', 'was', 'voorheen'),
  keyword('NoteWord', 'clause', 'contextual', 'note', 'aantekening'),

  keyword('PurposeLimitation', 'declaration', 'contextual', 'purpose limitation', 'doelbinding'),
  keyword('ErrorMargin', 'declaration', 'contextual', 'error margin', 'foutmarge'),
  keyword('HumanIntervention', 'declaration', 'contextual', 'human intervention', 'menselijke tussenkomst'),
  keyword('Transparency', 'declaration', 'contextual', 'transparency', 'transparantie'),
  keyword('Rule', 'declaration', 'contextual', 'rule', 'regel'),

  keyword('Mandatory', 'clause', 'reserved', 'mandatory', 'verplicht'),
  keyword('ComplyOrExplain', 'clause', 'reserved', 'comply-or-explain', 'pas-toe-of-leg-uit'),
  keyword('Recommended', 'clause', 'reserved', 'recommended', 'aanbevolen'),
  keyword('ChosenBy', 'clause', 'contextual', 'chosen by', 'gekozen door'),
  keyword('Cites', 'clause', 'reserved', 'cites', 'verwijst naar'),
  keyword('Quoting', 'clause', 'contextual', 'quoting', 'met de woorden'),
  keyword('TriggerWhen', 'clause', 'reserved', 'trigger when', 'aanleiding indien'),
  keyword('When', 'clause', 'reserved', 'when', 'indien'),
  keyword('ForEach', 'clause', 'reserved', 'for each', ['per', 'voor elke', 'voor elk']),
  keyword('In', 'join', 'reserved', 'in', 'uit'),
  keyword('Where', 'join', 'reserved', 'where', 'waarbij'),
  keyword('IfAny', 'join', 'reserved', 'if any', 'indien aanwezig'),
  keyword(
    'Satisfied',
    'clause',
    'reserved',
    ['satisfied', 'satisfied by', 'allow'],
    ['voldaan', 'voldaan door'],
    'name',
  ),
  keyword('Require', 'clause', 'reserved', 'require', 'vereist'),
  keyword('Limit', 'clause', 'reserved', 'limit', 'begrens'),
  keyword('ToAtMost', 'join', 'reserved', 'to at most', 'tot ten hoogste'),
  keyword('ToAtLeast', 'join', 'reserved', 'to at least', 'tot ten minste'),
  keyword('Measured', 'clause', 'reserved', 'measured', 'gemeten'),
  keyword('OnAtLeast', 'join', 'contextual', 'on at least', 'aan ten minste'),
  keyword('Cases', 'join', 'contextual', 'cases', 'gevallen'),
  keyword('Within', 'join', 'contextual', 'within', 'binnen'),
  keyword('Otherwise', 'clause', 'reserved', 'otherwise', 'anders'),
  keyword('ReviewBeforeDecision', 'clause', 'contextual', 'review before decision', [
    'beoordeling vóór het besluit',
    'beoordeling voor het besluit',
  ]),
  keyword('ReviewerCanOverrule', 'clause', 'contextual', 'reviewer can overrule', 'beoordelaar kan afwijken'),
  keyword('ApprovalBy', 'clause', 'contextual', 'approval by', 'akkoord van'),
  keyword('Disclose', 'clause', 'reserved', ['give insight in', 'disclose'], 'geef inzicht in'),
  keyword('To', 'join', 'reserved', 'to', 'aan'),
  keyword('WithExtent', 'join', 'contextual', 'with extent', 'in omvang'),
  keyword('Except', 'clause', 'reserved', 'except', 'uitgezonderd'),
  keyword('For', 'join', 'reserved', 'for', 'voor'),
  keyword('Ground', 'clause', 'contextual', 'ground', 'grond'),
  keyword('AgreedBy', 'clause', 'contextual', ['agreed by', 'approved by'], 'met akkoord van'),
  keyword('LastsAtMost', 'clause', 'contextual', 'lasts at most', 'geldt ten hoogste'),
  keyword('Still', 'clause', 'reserved', 'still', 'onverminderd'),
  keyword('NextStep', 'clause', 'contextual', ['next step', 'advice'], 'vervolgstap'),

  keyword('And', 'join', 'reserved', 'and', 'en'),
  keyword('Or', 'join', 'reserved', 'or', 'of'),
  keyword('Not', 'operator', 'reserved', 'not', 'niet'),
  keyword('IsNotRecorded', 'operator', 'reserved', 'is not recorded', 'is niet vastgelegd'),
  keyword('IsRecorded', 'operator', 'reserved', 'is recorded', 'is vastgelegd'),
  keyword('IsNotOneOf', 'operator', 'reserved', 'is not one of', ['is geen van', 'is niet een van']),
  keyword('IsOneOf', 'operator', 'reserved', 'is one of', 'is een van'),
  keyword('IsAtLeast', 'operator', 'reserved', 'is at least', 'is ten minste'),
  keyword('IsAtMost', 'operator', 'reserved', 'is at most', 'is ten hoogste'),
  keyword('IsMoreThan', 'operator', 'reserved', 'is more than', 'is meer dan'),
  keyword('IsLessThan', 'operator', 'reserved', 'is less than', 'is minder dan'),
  keyword('IsOnOrBefore', 'operator', 'reserved', 'is on or before', ['is op of vóór', 'is op of voor']),
  keyword('IsOnOrAfter', 'operator', 'reserved', 'is on or after', 'is op of na'),
  keyword('IsBefore', 'operator', 'reserved', 'is before', ['is vóór', 'is voor']),
  keyword('IsAfter', 'operator', 'reserved', 'is after', 'is na'),
  keyword(
    'IsWithin',
    'operator',
    'reserved',
    ['is within', 'is no older than'],
    ['is binnen', 'is niet ouder dan'],
    'writer',
  ),
  keyword('FallsUnder', 'operator', 'reserved', 'falls under', 'valt onder'),
  keyword('IsCompatibleWith', 'operator', 'reserved', 'is compatible with', 'is verenigbaar met'),
  keyword('IsNot', 'operator', 'reserved', 'is not', 'is niet'),
  keyword('Is', 'operator', 'reserved', 'is', 'is'),
  keyword('Contains', 'operator', 'reserved', 'contains', 'bevat'),
  keyword('Every', 'quantifier', 'reserved', 'every', ['elke', 'elk'], 'writer'),
  keyword('Some', 'quantifier', 'reserved', 'some', ['ten minste één', 'ten minste een']),
  keyword('Count', 'quantifier', 'contextual', 'count', 'aantal'),
  keyword('Highest', 'quantifier', 'contextual', 'highest', 'hoogste'),
  keyword('Lowest', 'quantifier', 'contextual', 'lowest', 'laagste'),
  keyword('Sum', 'quantifier', 'contextual', 'sum', 'som'),

  keyword('Yes', 'literal', 'contextual', ['yes', 'true'], ['ja', 'waar']),
  keyword('No', 'literal', 'contextual', ['no', 'false'], ['nee', 'onwaar']),
  keyword('Days', 'unit', 'contextual', ['days', 'day'], ['dagen', 'dag'], 'number'),
  keyword('Weeks', 'unit', 'contextual', ['weeks', 'week'], ['weken', 'week'], 'number'),
  keyword('Months', 'unit', 'contextual', ['months', 'month'], ['maanden', 'maand'], 'number'),
  keyword('Years', 'unit', 'contextual', ['years', 'year'], ['jaar', 'jaren'], 'number'),
  keyword('Dutch', 'literal', 'contextual', 'nl', 'nl'),
  keyword('English', 'literal', 'contextual', 'en', 'engels'),

  keyword('TestWord', 'test', 'contextual', 'test', 'toets'),
  keyword('AsOf', 'test', 'contextual', 'as of', 'op peildatum'),
  keyword('Given', 'test', 'reserved', 'given', 'gegeven'),
  keyword('FileWord', 'test', 'contextual', 'file', 'bestand'),
  keyword('But', 'test', 'contextual', 'but', 'maar'),
  keyword('Without', 'test', 'contextual', 'without', 'zonder'),
  keyword('Among', 'test', 'reserved', 'in', 'achtereenvolgens'),
  keyword('Nothing', 'test', 'contextual', 'nothing', 'niets'),
  keyword('Expect', 'test', 'reserved', 'expect', 'verwacht dat'),
  keyword('Passes', 'test', 'contextual', ['passes', 'pass'], 'wordt nageleefd'),
  keyword('Fails', 'test', 'contextual', ['fails', 'fail'], ['niet wordt nageleefd', 'wordt niet nageleefd']),
  keyword('Unproven', 'test', 'contextual', 'is unproven', ['niet is aangetoond', 'is niet aangetoond']),
  keyword('Excepted', 'test', 'contextual', 'is excepted', 'is uitgezonderd'),
  keyword('By', 'test', 'contextual', 'by', 'door'),
  keyword('NotApplicable', 'test', 'contextual', 'does not apply', [
    'niet van toepassing is',
    'is niet van toepassing',
  ]),
  keyword('AtPlace', 'test', 'contextual', 'at', 'bij'),
  keyword('BecauseOf', 'test', 'contextual', 'because of', 'wegens'),
] as const;

/** The words that tests of rules share with packs and vocabularies; all others of these are names in tests. */
const sharedWithTests: ReadonlySet<string> = new Set([
  ...['Tests', 'Manifest', 'Is', 'And', 'For', 'Because', 'Days', 'Weeks', 'Months', 'Years'],
]);

/** What a file says: rules and words, or tests of rules. Each has its own keywords. */
export type KeywordSet = 'policy' | 'tests';

/** The keywords of one kind of file. */
export function keywordsOf(set: KeywordSet): readonly Keyword[] {
  return keywords.filter(({ token, category }) =>
    set === 'tests' ? category === 'test' || sharedWithTests.has(token) : category !== 'test',
  );
}

/** The name of a keyword's token. */
export type KeywordToken = (typeof keywords)[number]['token'];

const byToken: ReadonlyMap<string, Keyword> = new Map(keywords.map((entry) => [entry.token, entry]));

/** The keyword of a token's name; undefined for what is no keyword. */
export function keywordNamed(token: string): Keyword | undefined {
  return byToken.get(token);
}

/** The spelling that the formatter writes, where nothing else decides. */
export function spelled(token: KeywordToken, language: 'en' | 'nl'): string {
  return byToken.get(token)?.[language][0] ?? token;
}

/** A unit of time after a number, as it is written: `1 month`, `2 months`, `3 jaar`. One of something is the shortest form. */
export function unitAfter(number: string, unit: Keyword, language: 'en' | 'nl'): string {
  const [usual, ...others] = unit[language];
  if (!/^0*1(?:\.0*)?$/.test(number)) return usual;
  return others.reduce((shortest, other) => (other.length < shortest.length ? other : shortest), usual);
}
