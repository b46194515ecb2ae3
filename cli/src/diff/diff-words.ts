import type { ChangeKind, Direction, ItemKind, Localized, Step, StepReason, VerdictMove } from '@waarborg/language';

// What `waarborg diff` says, in both languages.

/** The kinds of changes in words, as the head of a line. */
export const changeWords: Readonly<Record<ChangeKind, Localized>> = {
  added: { en: 'new', nl: 'nieuw' },
  removed: { en: 'removed', nl: 'vervallen' },
  renamed: { en: 'other name', nl: 'andere naam' },
  'former-name': { en: 'former name', nl: 'vroegere naam' },
  title: { en: 'title', nl: 'titel' },
  note: { en: 'note', nl: 'aantekening' },
  level: { en: 'level', nl: 'niveau' },
  'level-chosen-by': { en: 'who chose the level', nl: 'wie het niveau koos' },
  'level-reason': { en: 'reason for the level', nl: 'reden voor het niveau' },
  citation: { en: 'sources cited', nl: 'bronvermelding' },
  'in-force': { en: 'in force', nl: 'geldigheid' },
  judges: { en: 'record judged', nl: 'wat wordt beoordeeld' },
  scope: { en: 'scope of the pack', nl: 'reikwijdte van het pakket' },
  when: { en: 'when it applies', nl: 'wanneer hij geldt' },
  'for-each': { en: 'what it is judged for', nl: 'waarvoor hij wordt beoordeeld' },
  'next-step': { en: 'next step', nl: 'vervolgstap' },
  'duty-added': { en: 'new duty', nl: 'nieuwe verplichting' },
  'duty-removed': { en: 'duty removed', nl: 'vervallen verplichting' },
  'duty-renamed': { en: 'other name of the duty', nl: 'andere naam van de verplichting' },
  'duty-level': { en: 'level of the duty', nl: 'niveau van de verplichting' },
  'duty-level-chosen-by': { en: 'who chose the level of the duty', nl: 'wie het niveau van de verplichting koos' },
  'duty-condition': { en: 'what is required', nl: 'wat wordt vereist' },
  'duty-guard': { en: 'when it is required', nl: 'wanneer het wordt vereist' },
  'duty-otherwise': { en: 'what is required otherwise', nl: 'wat anders wordt vereist' },
  'exception-added': { en: 'new exception', nl: 'nieuwe uitzondering' },
  'exception-removed': { en: 'exception removed', nl: 'vervallen uitzondering' },
  'exception-renamed': { en: 'other name of the exception', nl: 'andere naam van de uitzondering' },
  'exception-covers': { en: 'what the exception covers', nl: 'waarvoor de uitzondering geldt' },
  'exception-condition': { en: 'when the exception applies', nl: 'wanneer de uitzondering geldt' },
  'exception-ground': { en: 'ground of the exception', nl: 'grond van de uitzondering' },
  'exception-approver': { en: 'who must agree to the exception', nl: 'wie met de uitzondering akkoord moet gaan' },
  'exception-term': { en: 'how long the exception may last', nl: 'hoe lang de uitzondering mag duren' },
  'exception-citation': { en: 'sources cited by the exception', nl: 'bronvermelding van de uitzondering' },
  value: { en: 'value', nl: 'waarde' },
  type: { en: 'type', nl: 'type' },
  'set-by': { en: 'set by', nl: 'vastgesteld door' },
  reason: { en: 'reason', nl: 'reden' },
  'review-by': { en: 'reconsider by', nl: 'herzien uiterlijk' },
  'stricter-when': { en: 'stricter when', nl: 'strenger indien' },
  meaning: { en: 'meaning', nl: 'betekenis' },
  description: { en: 'description', nl: 'omschrijving' },
  open: { en: 'open to cases of its own', nl: 'open voor eigen gevallen' },
  wider: { en: 'falls directly under', nl: 'valt rechtstreeks onder' },
  'same-as': { en: 'same as', nl: 'gelijk aan' },
  condition: { en: 'condition', nl: 'voorwaarde' },
  address: { en: 'address', nl: 'adres' },
  'version-read': { en: 'version that was read', nl: 'gelezen versie' },
  'gives-no-numbers': { en: 'gives no numbers', nl: 'geeft geen getallen' },
  passage: { en: 'passage', nl: 'passage' },
  'absent-means-none': { en: 'absent means none', nl: 'ontbreken betekent geen' },
  'choice-added': { en: 'new choice', nl: 'nieuwe keuze' },
  'choice-removed': { en: 'choice removed', nl: 'vervallen keuze' },
};

/** The kinds of things in words. */
export const itemWords: Readonly<Record<ItemKind, Localized>> = {
  pack: { en: 'pack', nl: 'pakket' },
  rule: { en: 'rule', nl: 'regel' },
  parameter: { en: 'parameter', nl: 'parameter' },
  definition: { en: 'definition', nl: 'begrip' },
  purpose: { en: 'purpose', nl: 'doel' },
  compatibility: { en: 'compatible use', nl: 'verenigbaar gebruik' },
  cut: { en: 'cut', nl: 'doorgeknipt verband' },
  source: { en: 'source', nl: 'bron' },
  field: { en: 'field', nl: 'veld' },
};

/** What a change does to verdicts, in words. */
export const directionWords: Readonly<Record<Exclude<Direction, 'none'>, Localized>> = {
  weaker: { en: 'weaker', nl: 'milder' },
  stricter: { en: 'stricter', nl: 'strenger' },
  open: { en: 'may be weaker', nl: 'mogelijk milder' },
};

/** Where what a change does rests on what the pack says of its parameter. */
export const declaredWords: Localized = {
  en: 'as the pack itself says',
  nl: 'zoals het pakket zelf zegt',
};

/** How a verdict moved, in words. */
export const moveWords: Readonly<Record<VerdictMove, Localized>> = {
  milder: { en: 'milder', nl: 'milder' },
  stricter: { en: 'stricter', nl: 'strenger' },
  both: { en: 'in part milder, in part stricter', nl: 'deels milder, deels strenger' },
};

/** A verdict that one side does not give. */
export const notJudged: Localized = { en: 'not judged', nl: 'niet beoordeeld' };

/** The steps of versions, as in `asks for a major step`. */
export const stepWords: Readonly<Record<Step | 'backwards', Localized>> = {
  none: { en: 'no step', nl: 'geen stap' },
  patch: { en: 'a patch step', nl: 'een patch-stap' },
  minor: { en: 'a minor step', nl: 'een minor-stap' },
  major: { en: 'a major step', nl: 'een major-stap' },
  backwards: { en: 'a step back', nl: 'een stap terug' },
};

/** Why changes ask for a step. */
export const stepReasonWords: Readonly<Record<StepReason, Localized>> = {
  verdicts: {
    en: 'verdicts of mandatory or comply-or-explain duties may change',
    nl: 'oordelen op het niveau verplicht of pas-toe-of-leg-uit kunnen veranderen',
  },
  'recommended-verdicts': {
    en: 'only verdicts of recommended duties may change',
    nl: 'alleen oordelen op het niveau aanbevolen kunnen veranderen',
  },
  'name-gone': {
    en: 'a name or value that others may rely on is gone',
    nl: 'een naam of waarde waarop anderen kunnen bouwen is vervallen',
  },
  addition: { en: 'something was added', nl: 'er is iets toegevoegd' },
  words: { en: 'only the wording changed', nl: 'alleen de bewoording is veranderd' },
};
