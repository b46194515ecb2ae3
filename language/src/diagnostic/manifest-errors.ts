import type { DiagnosticKind } from './diagnostic.ts';

// What can be wrong with a manifest. The first group is about the document as YAML or JSON, the second about what it says.

/** The text is no YAML or JSON. */
export const documentSyntax: DiagnosticKind = {
  code: 'WB0501',
  severity: 'error',
  title: { en: 'The document cannot be read', nl: 'Het document kan niet worden gelezen' },
  explanation:
    'At this place the text is no valid YAML or JSON, so nothing in the document is judged. Often a quote, a colon or the indentation is wrong on this line or the one before.',
  wrong: 'name: "Heat maps',
  right: 'name: "Heat maps"',
};

/** A tab in the indentation of YAML. */
export const tabIndentation: DiagnosticKind = {
  code: 'WB0502',
  severity: 'error',
  title: { en: 'A tab indents a line', nl: 'Een regel springt in met een tab' },
  explanation:
    'YAML indents with spaces only, because a tab is as wide as each editor likes. Nothing in the document is judged.',
  wrong: 'decision:\n\tautomation: full',
  right: 'decision:\n  automation: full',
};

/** A key stands twice in one map. */
export const duplicateKey: DiagnosticKind = {
  code: 'WB0503',
  severity: 'error',
  title: { en: 'A key stands twice', nl: 'Een sleutel staat er twee keer' },
  explanation:
    'One of the two values would be lost without anybody noticing. The first one is used; take one of them away.',
  wrong: 'purpose: tax-collection\npurpose: fraud-detection',
  right: 'purpose: fraud-detection',
};

/** Aliases repeat more than anybody would write. */
export const tooManyAliases: DiagnosticKind = {
  code: 'WB0504',
  severity: 'error',
  title: { en: 'Aliases repeat too much', nl: 'Aliassen herhalen te veel' },
  explanation:
    'A few lines of YAML can repeat one another into billions of values. Such a document is refused. What may be repeated is counted over all documents of the file together. Write out what is meant.',
  wrong: 'a: &a [x, x]\nb: &b [*a, *a]   # and so on, thirty times',
  right: 'a: [x, x]',
};

/** An alias that names no anchor. */
export const unknownAlias: DiagnosticKind = {
  code: 'WB0505',
  severity: 'error',
  title: { en: 'An alias names nothing', nl: 'Een alias verwijst nergens naar' },
  explanation:
    'An alias `*name` repeats the value marked `&name` earlier in the same document. Here no value has that mark.',
  wrong: 'max: *default',
  right: 'x_default: &default 5%\nmax: *default',
};

/** An alias inside the value that it names. */
export const recursiveAlias: DiagnosticKind = {
  code: 'WB0506',
  severity: 'error',
  title: { en: 'An alias contains itself', nl: 'Een alias bevat zichzelf' },
  explanation: 'The value would have no end. Write out what is meant.',
  wrong: 'datasets: &all\n  - name: a\n    parts: *all',
  right: 'datasets:\n  - name: a',
};

/** A YAML tag that means nothing here. */
export const unsupportedTag: DiagnosticKind = {
  code: 'WB0507',
  severity: 'error',
  title: { en: 'A tag is not supported', nl: 'Een tag wordt niet ondersteund' },
  explanation:
    'What a value is follows from its field, so tags such as `!!timestamp` or those of one program are not needed. Take the tag away.',
  wrong: 'updated_on: !date 2026-11-23',
  right: 'updated_on: 2026-11-23',
};

/** The document is nested too deep. */
export const nestedTooDeep: DiagnosticKind = {
  code: 'WB0508',
  severity: 'error',
  title: { en: 'The document is nested too deep', nl: 'Het document is te diep genest' },
  explanation: 'Lists and maps may contain each other 256 deep, which is far more than any field asks.',
  wrong: '[[[[[[[[…]]]]]]]]',
  right: '[a, b]',
};

/** The document is larger than can be read in bounded memory. */
export const documentTooLarge: DiagnosticKind = {
  code: 'WB0509',
  severity: 'error',
  title: { en: 'The document is too large', nl: 'Het document is te groot' },
  explanation:
    'Manifests over 64 million characters, or of as many values as would fill the memory, are refused, and so are policies over four million characters. Split the file.',
  wrong: 'a file of a gigabyte',
  right: 'a file for each manifest',
};

/** `<<` merges something that is no map. */
export const mergeNotAMap: DiagnosticKind = {
  code: 'WB0510',
  severity: 'error',
  title: { en: 'Only maps can be merged', nl: 'Alleen groepen kunnen worden samengevoegd' },
  explanation: 'The key `<<` takes over the keys of another map, or of several in a list.',
  wrong: 'x_a: &a 5%\nmargin: { <<: *a }',
  right: 'x_a: &a { max: 5% }\nmargin: { <<: *a }',
};

/** A key that is a list or a map. */
export const complexKey: DiagnosticKind = {
  code: 'WB0511',
  severity: 'error',
  title: { en: 'A key is no text', nl: 'Een sleutel is geen tekst' },
  explanation: 'Keys are the names of fields. YAML also allows lists and maps as keys; no field has such a name.',
  wrong: '? [a, b]\n: value',
  right: 'a: value',
};

/** The text holds bytes that are no text. */
export const documentNotText: DiagnosticKind = {
  code: 'WB0512',
  severity: 'error',
  title: { en: 'This is not text', nl: 'Dit is geen tekst' },
  explanation:
    'The document holds a NUL or a character that could not be decoded: it is binary, or in another encoding than UTF-8.',
  wrong: 'an image',
  right: 'a YAML or JSON text in UTF-8',
};

/** The document is empty. */
export const documentEmpty: DiagnosticKind = {
  code: 'WB0513',
  severity: 'error',
  title: { en: 'The document is empty', nl: 'Het document is leeg' },
  explanation: 'A manifest says at least its id. Between two `---` lines stands nothing, or only comments.',
  wrong: '# to do',
  right: 'id: burglary-heat-maps',
};

/** The document is readable and says nothing that a manifest says. */
export const notAManifest: DiagnosticKind = {
  code: 'WB0521',
  severity: 'error',
  title: { en: 'This is not a manifest', nl: 'Dit is geen manifest' },
  explanation:
    'A manifest is a map of fields that its vocabulary declares. The document is a list or a single value, or none of its keys is such a field.',
  wrong: '- a\n- b',
  right: 'id: burglary-heat-maps\nname: Heat maps of burglary risk',
};

/** The vocabulary that the manifest names is not there. */
export const unknownVocabulary: DiagnosticKind = {
  code: 'WB0522',
  severity: 'error',
  title: { en: 'The vocabulary is not known', nl: 'De woordenlijst is niet bekend' },
  explanation:
    'A manifest names the vocabulary that its fields come from; without a name it is `waarborg.analysis 1`. None of the policies given uses that vocabulary, so nothing can be judged.',
  wrong: 'vocabulary: waarborg.analisys 1',
  right: 'vocabulary: waarborg.analysis 1',
};

/** The manifest follows another major version of its vocabulary. */
export const wrongVocabularyVersion: DiagnosticKind = {
  code: 'WB0523',
  severity: 'error',
  title: { en: 'The vocabulary has another version', nl: 'De woordenlijst heeft een andere versie' },
  explanation:
    'Between major versions fields change their meaning. The manifest is judged only by policies that use the version that it names.',
  wrong: 'vocabulary: waarborg.analysis 2',
  right: 'vocabulary: waarborg.analysis 1',
};

/** It is not clear which record of the vocabulary the manifest is. */
export const unknownManifestRecord: DiagnosticKind = {
  code: 'WB0524',
  severity: 'error',
  title: { en: 'It is not clear what the manifest describes', nl: 'Het is niet duidelijk wat het manifest beschrijft' },
  explanation:
    'A vocabulary may have several records that a manifest can be. Then the manifest says with `record` which one it is.',
  wrong: 'vocabulary: nl.example.audit 1',
  right: 'vocabulary: nl.example.audit 1\nrecord: inspection',
};

/** The manifest has no identifier. */
export const missingId: DiagnosticKind = {
  code: 'WB0525',
  severity: 'error',
  title: { en: 'The manifest has no id', nl: 'Het manifest heeft geen aanduiding' },
  explanation:
    'Claims, explanations and baselines name a manifest by its id, which stays the same when the name or the file changes.',
  wrong: 'name: Heat maps of burglary risk',
  right: 'id: burglary-heat-maps\nname: Heat maps of burglary risk',
};

/** A key that is no field. */
export const unknownKey: DiagnosticKind = {
  code: 'WB0531',
  severity: 'error',
  title: { en: 'A key is no field', nl: 'Een sleutel is geen veld' },
  explanation:
    'A misspelt field would count as missing without anybody noticing. Keys of your own start with `x_`: they and all below them are ignored.',
  wrong: 'datasets:\n  - name: a\n    colected_for: [tax-collection]',
  right: 'datasets:\n  - name: a\n    collected_for: [tax-collection]\n    x_owner: Region North',
};

/** A field stands under its name and under a former name. */
export const fieldTwice: DiagnosticKind = {
  code: 'WB0532',
  severity: 'error',
  title: { en: 'A field stands twice', nl: 'Een veld staat er twee keer' },
  explanation:
    'The field was renamed, and the manifest has it under the old and the new name. The first is used; take one away.',
  wrong: 'margins: []\nerror_margins: []   # was margins',
  right: 'error_margins: []',
};

/** Two items of a list have one key. */
export const duplicateListKey: DiagnosticKind = {
  code: 'WB0533',
  severity: 'error',
  title: { en: 'Two items have one key', nl: 'Twee onderdelen hebben dezelfde sleutel' },
  explanation: 'Claims, explanations and baselines name an item by its key, so it is unique in the list.',
  wrong: 'datasets:\n  - name: incidents\n  - name: incidents',
  right: 'datasets:\n  - name: incidents-2025\n  - name: incidents-2026',
};

/** An item of a list has no key. */
export const missingListKey: DiagnosticKind = {
  code: 'WB0534',
  severity: 'error',
  title: { en: 'An item has no key', nl: 'Een onderdeel heeft geen sleutel' },
  explanation:
    'Claims, explanations and baselines name an item by its key, and not by its number, which changes when a line is added.',
  wrong: 'datasets:\n  - updated_on: 2026-10-01',
  right: 'datasets:\n  - name: incidents\n    updated_on: 2026-10-01',
};

/** Something else stands where a list is asked. */
export const notAList: DiagnosticKind = {
  code: 'WB0541',
  severity: 'error',
  title: { en: 'A list is asked here', nl: 'Hier wordt een lijst gevraagd' },
  explanation:
    'A single value is not taken for a list of one, since that is also what a forgotten item looks like. Write it in brackets, or after a dash; `none` is the empty list.',
  wrong: 'safeguards: pseudonymised',
  right: 'safeguards: [pseudonymised]',
};

/** Something else stands where a group of fields is asked. */
export const notARecord: DiagnosticKind = {
  code: 'WB0542',
  severity: 'error',
  title: { en: 'A group of fields is asked here', nl: 'Hier wordt een groep velden gevraagd' },
  explanation: 'This field has fields of its own. Write them below it, indented.',
  wrong: 'decision: full',
  right: 'decision:\n  automation: full',
};

/** A list or a group stands where a single value is asked. */
export const notAScalar: DiagnosticKind = {
  code: 'WB0543',
  severity: 'error',
  title: { en: 'A single value is asked here', nl: 'Hier wordt één waarde gevraagd' },
  explanation: 'The field has one value. A list or a group of fields stands there.',
  wrong: 'purpose: [fraud-detection, tax-collection]',
  right: 'purpose: fraud-detection',
};

/** A value that is neither yes nor no. */
export const notYesOrNo: DiagnosticKind = {
  code: 'WB0544',
  severity: 'error',
  title: { en: 'This is neither yes nor no', nl: 'Dit is geen ja of nee' },
  explanation: 'Yes and no are written yes, no, ja, nee, true or false. Numbers are not taken for an answer.',
  wrong: 'special_categories: 1',
  right: 'special_categories: yes',
};

/** A value that is no number. */
export const notANumber: DiagnosticKind = {
  code: 'WB0545',
  severity: 'error',
  title: { en: 'This is no number', nl: 'Dit is geen getal' },
  explanation: 'Numbers are written with digits, with a point before decimals and nothing between thousands.',
  wrong: 'weight: 1,5',
  right: 'weight: 1.5',
};

/** A value that is no share. */
export const notAShare: DiagnosticKind = {
  code: 'WB0546',
  severity: 'error',
  title: { en: 'This is no share', nl: 'Dit is geen aandeel' },
  explanation:
    'A share is from 0 to 1, or a percentage with its sign: `6.1%` is `0.061`. A bare `61` could mean 61% or a mistake, and is never taken for 6100%.',
  wrong: 'max: 61',
  right: 'max: 61%',
};

/** A value that is no count. */
export const notACount: DiagnosticKind = {
  code: 'WB0547',
  severity: 'error',
  title: { en: 'This is no count', nl: 'Dit is geen aantal' },
  explanation: 'A count is a whole number from 0, in digits only.',
  wrong: 'n: 1.200',
  right: 'n: 1200',
};

/** A value that is no date. */
export const notADate: DiagnosticKind = {
  code: 'WB0548',
  severity: 'error',
  title: { en: 'This is no date', nl: 'Dit is geen datum' },
  explanation:
    'A date is a whole day, written year-month-day. A month alone is no date: with it a period could not be judged to the day.',
  wrong: 'updated_on: 23-11-2026',
  right: 'updated_on: 2026-11-23',
};

/** A value that is no duration. */
export const notADuration: DiagnosticKind = {
  code: 'WB0549',
  severity: 'error',
  title: { en: 'This is no duration', nl: 'Dit is geen tijdsduur' },
  explanation:
    'A duration is a whole number with days, weeks, months or years (or dagen, weken, maanden, jaar), or ISO 8601: `P1Y6M`.',
  wrong: 'retention: 6',
  right: 'retention: 6 months',
};

/** A value that is not in the list of choices. */
export const notAChoice: DiagnosticKind = {
  code: 'WB0550',
  severity: 'error',
  title: { en: 'This is not one of the choices', nl: 'Dit is geen van de keuzes' },
  explanation: 'The field takes one of the values that its vocabulary lists, spelt exactly so.',
  wrong: 'automation: fully',
  right: 'automation: full',
};

/** A purpose that no pack declares. */
export const undeclaredPurpose: DiagnosticKind = {
  code: 'WB0551',
  severity: 'error',
  title: { en: 'The purpose is not declared', nl: 'Het doel is niet verklaard' },
  explanation:
    'Purposes are declared in packs, so that everybody means the same and a misspelt one is never taken for another. The value counts as missing.',
  wrong: 'purpose: frawd-detection',
  right: 'purpose: fraud-detection',
};

/** A bare name that several packs declare as a purpose. */
export const purposeInTwoPacks: DiagnosticKind = {
  code: 'WB0552',
  severity: 'error',
  title: { en: 'Several packs declare a purpose of this name', nl: 'Meer pakketten verklaren een doel met deze naam' },
  explanation: 'Purposes of two packs are equal only where a pack says `same as`. Write the pack before the name.',
  wrong: 'purpose: research',
  right: 'purpose: nl.cbs/research',
};

/** A case of a purpose that takes no cases. */
export const purposeNotOpen: DiagnosticKind = {
  code: 'WB0553',
  severity: 'error',
  title: { en: 'The purpose takes no cases', nl: 'Het doel kent geen zaken' },
  explanation: 'Only an `open purpose` accepts a case after a slash, such as one inquiry. This purpose is not open.',
  wrong: 'purpose: tax-collection/case-12',
  right: 'purpose: tax-collection',
};

/** A document beside a manifest does not say which manifest it is about. */
export const claimsUnnamed: DiagnosticKind = {
  code: 'WB0561',
  severity: 'error',
  title: {
    en: 'A file beside a manifest does not name the manifest',
    nl: 'Een bestand naast een manifest noemt het manifest niet',
  },
  explanation:
    'What is claimed beside a manifest says by `manifest` which one it is about, so that no claim is ever taken for that of another analysis. Nothing in the document counts.',
  wrong: '# heat-maps.exceptions.yaml\nexceptions:\n  - reference: E-1',
  right: '# heat-maps.exceptions.yaml\nmanifest: burglary-heat-maps\nexceptions:\n  - reference: E-1',
};

/** A key that does not belong in a file beside a manifest. */
export const notClaimed: DiagnosticKind = {
  code: 'WB0562',
  severity: 'error',
  title: { en: 'This key does not belong beside a manifest', nl: 'Deze sleutel hoort niet naast een manifest' },
  explanation:
    'A file beside a manifest holds claims of exceptions, explanations and approvals, and nothing else: what the analysis is stands in one place only. The key is not read.',
  wrong: 'manifest: burglary-heat-maps\npurpose: burglary-warning',
  right: 'manifest: burglary-heat-maps\nexplanations:\n  - reference: U-1',
};

/** Two documents beside a manifest are about one manifest. */
export const claimsTwice: DiagnosticKind = {
  code: 'WB0563',
  severity: 'error',
  title: {
    en: 'The exceptions and explanations of one manifest stand in two documents',
    nl: 'De uitzonderingen en de uitleg bij één manifest staan in twee documenten',
  },
  explanation:
    'All that is claimed beside a manifest stands in one document, so that a reader who has seen it has seen everything. The first counts; put what is in the other there too.',
  wrong: 'manifest: a\nexceptions: []\n---\nmanifest: a\nexplanations: []',
  right: 'manifest: a\nexceptions: []\nexplanations: []',
};

/** A document beside a manifest names a manifest that is not there. */
export const claimsOfNoManifest: DiagnosticKind = {
  code: 'WB0564',
  severity: 'error',
  title: {
    en: 'A file beside a manifest names another manifest',
    nl: 'Een bestand naast een manifest noemt een ander manifest',
  },
  explanation:
    'The document says by `manifest` that it is about a manifest that it does not stand beside, so that it is claimed for none. After a change of the id of a manifest, change it here too.',
  wrong: '# beside a manifest with id: burglary-heat-maps\nmanifest: burglary-heatmaps',
  right: '# beside a manifest with id: burglary-heat-maps\nmanifest: burglary-heat-maps',
};

/** Every kind of error in a manifest, in the order of their codes. */
export const manifestErrors: readonly DiagnosticKind[] = [
  documentSyntax,
  tabIndentation,
  duplicateKey,
  tooManyAliases,
  unknownAlias,
  recursiveAlias,
  unsupportedTag,
  nestedTooDeep,
  documentTooLarge,
  mergeNotAMap,
  complexKey,
  documentNotText,
  documentEmpty,
  notAManifest,
  unknownVocabulary,
  wrongVocabularyVersion,
  unknownManifestRecord,
  missingId,
  unknownKey,
  fieldTwice,
  duplicateListKey,
  missingListKey,
  notAList,
  notARecord,
  notAScalar,
  notYesOrNo,
  notANumber,
  notAShare,
  notACount,
  notADate,
  notADuration,
  notAChoice,
  undeclaredPurpose,
  purposeInTwoPacks,
  purposeNotOpen,
  claimsUnnamed,
  notClaimed,
  claimsTwice,
  claimsOfNoManifest,
];
