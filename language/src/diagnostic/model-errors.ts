import type { DiagnosticKind } from './diagnostic.ts';

// What can be wrong with how files, packs, vocabularies and purposes hang together.

/** A `use` or `extends` names something that none of the given files is. */
export const unknownUse: DiagnosticKind = {
  code: 'WB0201',
  severity: 'error',
  title: {
    en: 'A used pack or vocabulary was not found',
    nl: 'Een gebruikt pakket of een gebruikte woordenlijst is niet gevonden',
  },
  explanation:
    'A `use` names a pack or a vocabulary that is neither among the given files, nor shipped with Waarborg, nor installed. Without it no rule of this pack can be judged. Give its files too, install it, or correct the name.',
  wrong: 'pack a.b version 1.0.0\n  use waarborg.analisys 1',
  right: 'pack a.b version 1.0.0\n  use waarborg.analysis 1',
};

/** The name is there, in another major version. */
export const wrongMajor: DiagnosticKind = {
  code: 'WB0202',
  severity: 'error',
  title: { en: 'Another major version is asked for', nl: 'Er wordt om een andere hoofdversie gevraagd' },
  explanation:
    'A new major version may mean something else, so a pack says which one it was written for. Give the files of that version, or read what changed and then change the number.',
  wrong: 'pack a.b version 1.0.0\n  use waarborg.analysis 7',
  right: 'pack a.b version 1.0.0\n  use waarborg.analysis 1',
};

/** Packs or vocabularies use each other in a circle. */
export const cyclicUse: DiagnosticKind = {
  code: 'WB0203',
  severity: 'error',
  title: { en: 'Packs use each other in a circle', nl: 'Pakketten gebruiken elkaar in een kring' },
  explanation:
    'What each means would depend on the other. Move what both need into a third pack, and let both use that.',
  wrong: '// in a:  use b 1\n// in b:  use a 1',
  right: '// in a:  use common 1\n// in b:  use common 1',
};

/** Two files state the version of one pack, or none does, or two versions meet. */
export const packVersion: DiagnosticKind = {
  code: 'WB0204',
  severity: 'error',
  title: {
    en: 'The version of a pack is not stated exactly once',
    nl: 'De versie van een pakket staat er niet precies één keer',
  },
  explanation:
    'Several files may make a pack; exactly one of them states its version, so that two versions are never mixed without anyone noticing. When two versions of one pack meet, give only one.',
  wrong: 'pack a.b\n  title "No file says which version this is"',
  right: 'pack a.b version 1.0.0\n  title "One file says it"',
};

/** Something is declared twice under one name. */
export const declaredTwice: DiagnosticKind = {
  code: 'WB0205',
  severity: 'error',
  title: { en: 'A name is declared twice', nl: 'Een naam is twee keer verklaard' },
  explanation:
    'Two rules, parameters, sources, purposes, records or fields of one pack have one name. A reference could mean either. Rename one of them.',
  wrong: 'source brief "Kabinetsreactie"\nsource brief "Verordening"',
  right: 'source brief "Kabinetsreactie"\nsource avg "Verordening"',
};

/** A header item that may stand once stands twice, or in the wrong kind of pack. */
export const headerTwice: DiagnosticKind = {
  code: 'WB0206',
  severity: 'error',
  title: { en: 'A pack says something twice about itself', nl: 'Een pakket zegt iets twee keer over zichzelf' },
  explanation: 'A pack has one title and one judged record, over all its files together.',
  wrong: 'pack a.b version 1.0.0\n  title "One"\n  title "Two"',
  right: 'pack a.b version 1.0.0\n  title "One"',
};

/** A pack uses no vocabulary, so no field has a type. */
export const noVocabulary: DiagnosticKind = {
  code: 'WB0207',
  severity: 'error',
  title: { en: 'A pack uses no vocabulary', nl: 'Een pakket gebruikt geen woordenlijst' },
  explanation:
    'A vocabulary says which fields a manifest has and what they mean. Without one no rule can be checked. Most packs use `waarborg.analysis 1`.',
  wrong: 'pack a.b version 1.0.0',
  right: 'pack a.b version 1.0.0\n  use waarborg.analysis 1',
};

/** A type names no record or list of choices. */
export const unknownType: DiagnosticKind = {
  code: 'WB0208',
  severity: 'error',
  title: { en: 'A type is not known', nl: 'Een type is niet bekend' },
  explanation:
    'A field or parameter has one of the built-in types, or a record or list of choices that the vocabulary declares.',
  wrong: 'parameter limit: percentage = 5%',
  right: 'parameter limit: share = 5%',
};

/** A list of records without a key, or with a key that is no field. */
export const listKey: DiagnosticKind = {
  code: 'WB0209',
  severity: 'error',
  title: { en: 'A list of records has no proper key', nl: 'Een lijst van gegevensgroepen heeft geen goede sleutel' },
  explanation:
    'Claims, explanations and baselines name an item of a list by its key, and not by its number, which changes when a line is added. So every list of records says which field or fields make the key.',
  wrong: 'manifest analysis {\n  datasets: list of dataset\n}',
  right: 'manifest analysis {\n  datasets: list of dataset keyed by name\n}',
};

/** A role that Waarborg does not know. */
export const unknownRole: DiagnosticKind = {
  code: 'WB0210',
  severity: 'error',
  title: { en: 'A role is not known', nl: 'Een rol is niet bekend' },
  explanation:
    'By their roles the constructs find the fields that they need. The roles are a fixed list, in the reference.',
  wrong: 'n: count role samplesize',
  right: 'n: count role sample-size',
};

/** An extension changes what it extends. */
export const extensionConflict: DiagnosticKind = {
  code: 'WB0211',
  severity: 'error',
  title: { en: 'An extension redeclares a field', nl: 'Een uitbreiding verklaart een veld opnieuw' },
  explanation:
    'An extension adds fields to a record; it never changes one, since the rules of the extended vocabulary read it as it was.',
  wrong: 'record dataset { name: number }',
  right: 'record dataset { department_name: text }',
};

/** A purpose that no pack in reach declares. */
export const unknownPurpose: DiagnosticKind = {
  code: 'WB0212',
  severity: 'error',
  title: { en: 'A purpose is not declared', nl: 'Een doel is niet verklaard' },
  explanation:
    'Purposes are declared, so that a misspelt one can never be taken for another. Declare it, or use the name of a declared one.',
  wrong: 'purpose fraud-detection under publik-security',
  right: 'purpose public-security\npurpose fraud-detection under public-security',
};

/** A bare purpose name that two packs declare. */
export const ambiguousPurpose: DiagnosticKind = {
  code: 'WB0213',
  severity: 'error',
  title: { en: 'Two packs declare a purpose of this name', nl: 'Twee pakketten verklaren een doel met deze naam' },
  explanation: 'Purposes of two packs are equal only by `same as`. Write the pack before the name.',
  wrong: 'purpose is within research',
  right: 'purpose is within nl.cbs/research',
};

/** A purpose that is wider than itself. */
export const cyclicPurpose: DiagnosticKind = {
  code: 'WB0214',
  severity: 'error',
  title: { en: 'Purposes are narrower than each other in a circle', nl: 'Doelen vallen in een kring onder elkaar' },
  explanation:
    'A purpose cannot fall under itself by way of others. Take one of the parents away; if two purposes are the same, say `same as`.',
  wrong: 'purpose a under b\npurpose b under a',
  right: 'purpose a\npurpose b under a',
};

/** A cut of an edge that is not there. */
export const nothingToCut: DiagnosticKind = {
  code: 'WB0215',
  severity: 'error',
  title: { en: 'There is nothing to cut', nl: 'Er is niets te verbreken' },
  explanation:
    'A cut takes one parent away from a purpose. This purpose has no such parent, so the cut changes nothing and probably names the wrong one.',
  wrong: 'purpose a\npurpose b\ncut b under a',
  right: 'purpose a\npurpose b under a\ncut b under a',
};

/** The record that a pack, rule or definition judges is not one. */
export const unknownRecord: DiagnosticKind = {
  code: 'WB0216',
  severity: 'error',
  title: { en: 'What the rules judge is not clear', nl: 'Het is niet duidelijk wat de regels beoordelen' },
  explanation:
    'A pack says with `judges` which record of its vocabulary its rules judge. It may leave that out when the vocabulary has exactly one record that a manifest can be.',
  wrong: 'pack a.b version 1.0.0\n  use waarborg.analysis 1\n  judges analisys',
  right: 'pack a.b version 1.0.0\n  use waarborg.analysis 1\n  judges analysis',
};

/** A record contains itself, so that no manifest could end. */
export const endlessRecord: DiagnosticKind = {
  code: 'WB0217',
  severity: 'error',
  title: { en: 'A record contains itself', nl: 'Een gegevensgroep bevat zichzelf' },
  explanation:
    'Every evaluation ends; a record that contains itself, directly or through others, could go on for ever. Use a list of names instead.',
  wrong: 'record team { lead: team }',
  right: 'record team { lead: text }',
};

/** An address of a source that is no address. */
export const badAddress: DiagnosticKind = {
  code: 'WB0218',
  severity: 'error',
  title: { en: 'The address of a source is no address', nl: 'Het adres van een bron is geen adres' },
  explanation: 'A source is found at an absolute address, such as an ELI or a URL: reports and editors link to it.',
  wrong: 'source avg "Verordening (EU) 2016/679" at "eur-lex"',
  right: 'source avg "Verordening (EU) 2016/679" at "http://data.europa.eu/eli/reg/2016/679/oj"',
};

/** Dates in force that end before they begin. */
export const endBeforeBegin: DiagnosticKind = {
  code: 'WB0219',
  severity: 'error',
  title: { en: 'Something ends before it begins', nl: 'Iets eindigt voor het begint' },
  explanation: 'Both dates are inclusive: from the first to the last day in force. As written it is never in force.',
  wrong: 'source x "X" applies from 2026-01-01 applies until 2025-01-01',
  right: 'source x "X" applies from 2025-01-01 applies until 2026-01-01',
};
