import type { DiagnosticKind } from './diagnostic.ts';

// What can be wrong with a name or a type inside an expression.

/** A name that is no field, definition, parameter or variable here. */
export const unknownName: DiagnosticKind = {
  code: 'WB0301',
  severity: 'error',
  title: { en: 'A name is not known here', nl: 'Een naam is hier niet bekend' },
  explanation:
    'A name in a condition is a field of the judged record, a definition or parameter of the pack, or the name that `for each`, `every` or `some` gives to an item. This one is none of them.',
  wrong: 'require purpos is recorded',
  right: 'require purpose is recorded',
};

/** A name that could mean two things. */
export const ambiguousName: DiagnosticKind = {
  code: 'WB0302',
  severity: 'error',
  title: { en: 'A name could mean two things', nl: 'Een naam kan twee dingen betekenen' },
  explanation:
    'A field, a definition and a parameter share this name, so a reader cannot know which is meant. Rename the definition or the parameter.',
  wrong: 'parameter purpose: text = "x"',
  right: 'parameter usual-purpose: text = "x"',
};

/** A field that a record does not have. */
export const unknownField: DiagnosticKind = {
  code: 'WB0303',
  severity: 'error',
  title: { en: 'A record has no such field', nl: 'Een gegevensgroep heeft dit veld niet' },
  explanation:
    'The vocabulary declares every field. This record has none of that name; the nearest ones are suggested.',
  wrong: 'require decision.efect is recorded',
  right: 'require decision.effect is recorded',
};

/** A dot after something that has no fields. */
export const noFields: DiagnosticKind = {
  code: 'WB0304',
  severity: 'error',
  title: { en: 'Something without fields is asked for one', nl: 'Er wordt een veld gevraagd van iets zonder velden' },
  explanation: 'Only records have fields. A text, a number or a choice has none.',
  wrong: 'require purpose.name is recorded',
  right: 'require purpose is recorded',
};

/** A choice that its list does not have. */
export const unknownChoice: DiagnosticKind = {
  code: 'WB0305',
  severity: 'error',
  title: { en: 'A list of choices has no such choice', nl: 'Een keuzelijst heeft deze keuze niet' },
  explanation: 'The vocabulary lists the choices of this field. A comparison with anything else could never be true.',
  wrong: 'when decision.automation is fully',
  right: 'when decision.automation is full',
};

/** Two types that cannot be compared. */
export const typeMismatch: DiagnosticKind = {
  code: 'WB0306',
  severity: 'error',
  title: { en: 'Two types do not go together', nl: 'Twee typen passen niet bij elkaar' },
  explanation:
    'Only like can be compared with like: a share with a share, a date with a date. The comparison as written has no answer.',
  wrong: 'require evaluation.last is at most 5%',
  right: 'require evaluation.last is within 12 months',
};

/** A value where a condition is asked. */
export const notACondition: DiagnosticKind = {
  code: 'WB0307',
  severity: 'error',
  title: {
    en: 'This is a value, and a condition is asked',
    nl: 'Dit is een waarde, en er wordt een voorwaarde gevraagd',
  },
  explanation:
    'A condition is true or false. A field that holds yes or no is one; another value becomes one by comparing it, or by asking whether it is recorded.',
  wrong: 'require purpose',
  right: 'require purpose is recorded',
};

/** A condition where a value is asked. */
export const notAValue: DiagnosticKind = {
  code: 'WB0308',
  severity: 'error',
  title: {
    en: 'This is a condition, and a value is asked',
    nl: 'Dit is een voorwaarde, en er wordt een waarde gevraagd',
  },
  explanation:
    'A condition has no value to compare or to calculate with. Join conditions with `and`, `or` and `not` instead.',
  wrong: 'require (method.profiling and article-22-effect) is at most 5%',
  right: 'require method.profiling and article-22-effect',
};

/** `61` where a share is asked. */
export const shareOutOfRange: DiagnosticKind = {
  code: 'WB0309',
  severity: 'error',
  title: { en: 'A share lies between 0 and 1', nl: 'Een aandeel ligt tussen 0 en 1' },
  explanation:
    'A share is written as `6.1%` or as `0.061`. A number over 1 is never read as a percentage, since a hundredfold error would go unseen.',
  wrong: 'parameter max-rate: share = 61',
  right: 'parameter max-rate: share = 61%',
};

/** Something that is no list where a list is asked. */
export const notAList: DiagnosticKind = {
  code: 'WB0310',
  severity: 'error',
  title: { en: 'A list is asked', nl: 'Er wordt een lijst gevraagd' },
  explanation: '`for each`, `every`, `some`, `contains`, `count`, `highest`, `lowest` and `sum` work on lists.',
  wrong: 'for each d in decision',
  right: 'for each d in datasets',
};

/** `is recorded` on something that is not in a manifest. */
export const notRecordable: DiagnosticKind = {
  code: 'WB0311',
  severity: 'error',
  title: { en: 'Only a field can be recorded', nl: 'Alleen een veld kan zijn vastgelegd' },
  explanation:
    '`is recorded` asks whether a manifest says something. A number, a parameter or a calculation is not in the manifest.',
  wrong: 'require max-rate is recorded',
  right: 'require error_margins is recorded',
};

/** `every PATH` where it is no subject. */
export const misplacedEvery: DiagnosticKind = {
  code: 'WB0312',
  severity: 'error',
  title: { en: '`every` stands in the wrong place', nl: '`elke` staat op de verkeerde plaats' },
  explanation: '`every` and `some` with a path start a comparison or a limit: `every margin.value is at most 5%`.',
  wrong: 'require 5% is at least every margin.value',
  right: 'require every margin.value is at most 5%',
};

/** A definition that needs itself. */
export const cyclicDefine: DiagnosticKind = {
  code: 'WB0313',
  severity: 'error',
  title: { en: 'A definition needs itself', nl: 'Een begrip heeft zichzelf nodig' },
  explanation: 'Every evaluation ends, so a definition never refers to itself, directly or through others.',
  wrong: 'define a: b\ndefine b: a',
  right: 'define a: method.profiling\ndefine b: a',
};

/** An order is asked of something that has none. */
export const noOrder: DiagnosticKind = {
  code: 'WB0314',
  severity: 'error',
  title: { en: 'This has no order', nl: 'Dit heeft geen volgorde' },
  explanation:
    'Numbers, shares, counts, dates and durations can be more or less; texts, choices and purposes can only be the same or not.',
  wrong: 'require decision.effect is at least significant',
  right: 'require decision.effect is one of [significant, legal-effect]',
};

/** A calculation that makes no sense. */
export const badArithmetic: DiagnosticKind = {
  code: 'WB0315',
  severity: 'error',
  title: { en: 'This cannot be calculated', nl: 'Dit kan niet worden berekend' },
  explanation: 'Numbers, shares and counts can be calculated with; a duration can be added to a date or taken from it.',
  wrong: 'require evaluation.last + 5% is recorded',
  right: 'require evaluation.last + 12 months is after 2026-01-01',
};

/** A variable that hides something else. */
export const hidingName: DiagnosticKind = {
  code: 'WB0316',
  severity: 'error',
  title: { en: 'A name hides another', nl: 'Een naam verbergt een andere' },
  explanation:
    'The name of an item would hide a field, a definition, a parameter or another item, and a reader could take one for the other.',
  wrong: 'for each purpose in datasets',
  right: 'for each dataset in datasets',
};

/** A definition over another record than the one that is judged. */
export const otherRecord: DiagnosticKind = {
  code: 'WB0317',
  severity: 'error',
  title: { en: 'A definition is about another record', nl: 'Een begrip gaat over een andere gegevensgroep' },
  explanation: 'A definition reads the fields of the record that it judges, and this rule judges another one.',
  wrong: 'rule r { judges decision  require article-22-effect }',
  right: 'rule r { judges analysis  require article-22-effect }',
};

/** A choice or purpose between quotes. */
export const quotedSymbol: DiagnosticKind = {
  code: 'WB0318',
  severity: 'error',
  title: { en: 'A choice or purpose stands between quotes', nl: 'Een keuze of doel staat tussen aanhalingstekens' },
  explanation: 'Choices and purposes are names, which are checked; a text between quotes is not. Leave out the quotes.',
  wrong: 'when decision.automation is "full"',
  right: 'when decision.automation is full',
};

/** A parameter whose value is no plain value. */
export const parameterValue: DiagnosticKind = {
  code: 'WB0319',
  severity: 'error',
  title: { en: 'A parameter has one fixed value', nl: 'Een parameter heeft één vaste waarde' },
  explanation:
    'Somebody chose the value of a parameter, so it is written out: a number, a share, a date, a duration, a text, yes or no, a choice, or a list of these.',
  wrong: 'parameter limit: share = other-limit / 2',
  right: 'parameter limit: share = 2.5%',
};

/** A name that two used packs declare. */
export const nameInTwoPacks: DiagnosticKind = {
  code: 'WB0320',
  severity: 'error',
  title: { en: 'Two used packs declare this name', nl: 'Twee gebruikte pakketten verklaren deze naam' },
  explanation:
    'The name is not declared in this pack, and two packs that it uses both declare it. Declare one of your own, under another name.',
  wrong: 'require cases is at least minimum-cases',
  right: 'parameter our-minimum-cases: count = 100\n  set by "…" because "…"',
};
