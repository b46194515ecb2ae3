import type { Localized } from '@waarborg/language';

/** Everything that `waarborg init` says, and the comments in what it writes. */
export const initTexts = {
  // The questions.
  whichRules: { en: 'Which rules judge your analyses?', nl: 'Welke regels beoordelen uw analyses?' },
  ownRules: {
    en: 'rules of your own: a small pack to begin with',
    nl: 'eigen regels: een klein pakket om mee te beginnen',
  },
  shippedRules: {
    en: 'nl.rijk.big-data-veiligheid: the Dutch cabinet’s letter of 2016 on big data and safety',
    nl: 'nl.rijk.big-data-veiligheid: de kabinetsbrief van 2016 over big data en veiligheid',
  },
  whichBuild: { en: 'Which build server runs the checks?', nl: 'Welke buildserver voert de controles uit?' },
  none: { en: 'none', nl: 'geen' },
  whichEditor: {
    en: 'Recommend the extension to users of VS Code?',
    nl: 'De extensie aanbevelen aan wie VS Code gebruikt?',
  },
  yes: { en: 'yes', nl: 'ja' },
  no: { en: 'no', nl: 'nee' },
  both: { en: 'both', nl: 'beide' },
  stopped: { en: 'Nothing was written.', nl: 'Er is niets geschreven.' },
  // What was done.
  written: { en: 'written', nl: 'geschreven' },
  kept: { en: 'left alone, it was there already', nl: 'ongemoeid gelaten, het was er al' },
  next: { en: 'Next:', nl: 'Nu:' },
  // The files.
  projectHead: {
    en: 'What `waarborg` does in this folder and below. `waarborg check` judges the manifests by the packs.',
    nl: 'Wat `waarborg` in deze map en daaronder doet. `waarborg check` beoordeelt de manifesten aan de hand van de pakketten.',
  },
  packs: {
    en: 'The rules: files, folders, installed packages, or packs that ship with Waarborg.',
    nl: 'De regels: bestanden, mappen, geïnstalleerde pakketten, of pakketten die bij Waarborg horen.',
  },
  manifests: {
    en: 'What is judged: files, folders or globs.',
    nl: 'Wat wordt beoordeeld: bestanden, mappen of patronen.',
  },
  speaks: { en: 'The language for people: en or nl.', nl: 'De taal voor mensen: en of nl.' },
  bar: {
    en: 'From which level on a shortfall stops a build: mandatory, comply-or-explain or recommended.',
    nl: 'Vanaf welk niveau een tekortkoming een build tegenhoudt: mandatory, comply-or-explain of recommended.',
  },
  exampleDate: {
    en: 'The example was written for this date. Take it away together with the example.',
    nl: 'Het voorbeeld is voor deze datum geschreven. Haal dit samen met het voorbeeld weg.',
  },
  buildHead: {
    en: 'Judges the manifests of this repository in every build.',
    nl: 'Beoordeelt de manifesten van deze repository bij elke build.',
  },
  packHead: {
    en: 'Rules of our own, to begin with. `waarborg explain fresh-data` says in sentences what a rule asks.',
    nl: 'Eigen regels, om mee te beginnen. `waarborg explain fresh-data` zegt in zinnen wat een regel vraagt.',
  },
  testsHead: {
    en: 'What the rules decide, at their bounds. `waarborg test` runs this.',
    nl: 'Wat de regels beslissen, op hun grenzen. `waarborg test` voert dit uit.',
  },
  packTitle: { en: 'Our own rules', nl: 'Onze eigen regels' },
  scope: {
    en: 'Outside: the intelligence and security services',
    nl: 'Daarbuiten: de inlichtingen- en veiligheidsdiensten',
  },
  source: {
    en: 'Decision of our organisation on analysing data (an example: name your own)',
    nl: 'Besluit van onze organisatie over gegevensanalyse (een voorbeeld: noem uw eigen besluit)',
  },
  first: { en: 'point 1', nl: 'onder 1' },
  second: { en: 'point 2', nl: 'onder 2' },
  owner: { en: 'the owner of this pack', nl: 'de eigenaar van dit pakket' },
  termReason: { en: 'An example: choose a term of your own', nl: 'Een voorbeeld: kies een eigen termijn' },
  freshData: {
    en: 'Data about people are no older than our own term',
    nl: 'Gegevens over mensen zijn niet ouder dan onze eigen termijn',
  },
  freshStep: {
    en: 'Refresh the dataset, or take it out of the analysis',
    nl: 'Ververs het databestand, of haal het uit de analyse',
  },
  personDecides: {
    en: 'A person decides where the outcome bites',
    nl: 'Een mens beslist waar de uitkomst iemand treft',
  },
  personStep: {
    en: 'Let a person decide, with the outcome at hand',
    nl: 'Laat een mens beslissen, met de uitkomst bij de hand',
  },
  freshTest: { en: 'a term of one year', nl: 'een termijn van een jaar' },
  personTest: { en: 'nobody is decided about by a machine alone', nl: 'over niemand beslist een machine alleen' },
  scopeTest: { en: 'which analyses it is about', nl: 'over welke analyses het gaat' },
  effectTest: { en: 'only where it bites', nl: 'alleen waar het iemand treft' },
  manifestHead: {
    en: 'An example: what an analysis says about itself. A field that is left out is unknown, and unknown is never a pass.',
    nl: 'Een voorbeeld: wat een analyse over zichzelf zegt. Een veld dat ontbreekt is onbekend, en onbekend is nooit voldoende.',
  },
  manifestName: { en: 'Which parking fines go unpaid', nl: 'Welke parkeerboetes onbetaald blijven' },
  manifestGoal: {
    en: 'To remind people before the fine is raised',
    nl: 'Mensen herinneren voordat de boete omhooggaat',
  },
  regime: {
    en: 'the laws that apply: avg, wpg, wjsg, wgs or wiv',
    nl: 'de wetten die gelden: avg, wpg, wjsg, wgs of wiv',
  },
  fines: { en: 'fines', nl: 'boetes' },
  updatedOn: { en: 'the day of the last update', nl: 'de dag waarop het voor het laatst is bijgewerkt' },
  automation: { en: 'full (no person decides), partial or none', nl: 'full (geen mens beslist), partial of none' },
  effect: { en: 'legal-effect, significant, minor or none', nl: 'legal-effect, significant, minor of none' },
} as const satisfies Readonly<Record<string, Localized>>;
