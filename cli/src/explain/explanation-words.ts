import type { Language, Localized } from '@waarborg/language';

/** The headings of an explanation. */
export const headings = {
  about: { en: 'What it is about, and when it applies', nl: 'Waarover het gaat, en wanneer' },
  duties: { en: 'What it asks', nl: 'Wat de regel vraagt' },
  exceptions: { en: 'Exceptions', nl: 'Uitzonderingen' },
  source: { en: 'Source', nl: 'Bron' },
  owed: { en: 'Still owed:', nl: 'Verschuldigd blijft:' },
  definitions: { en: 'What the names stand for', nl: 'Begrippen' },
  compatibilities: { en: 'Purposes that are declared compatible', nl: 'Doelen die verenigbaar zijn verklaard' },
  parameters: { en: 'What somebody chose', nl: 'Wat iemand heeft gekozen' },
  sources: { en: 'Sources', nl: 'Bronnen' },
  needs: { en: 'What a manifest must say', nl: 'Wat een manifest moet vermelden' },
  nextStep: { en: 'Next step', nl: 'Vervolgstap' },
  affected: { en: 'What a change would touch', nl: 'Wat een wijziging raakt' },
  manifests: { en: 'How the manifests stand with it', nl: 'Hoe de manifesten ervoor staan' },
} as const satisfies Readonly<Record<string, Localized>>;

/** Sentences of an explanation that no description of a rule gives. */
export const sentences = {
  absentMeansNone: { en: 'Left out, it means none.', nl: 'Weglaten betekent: geen.' },
  awaited: {
    en: 'As long as the agreement is not recorded, the duty is not shown; it is not broken.',
    nl: 'Zolang het akkoord niet is vastgelegd, is de verplichting niet aangetoond; geschonden is zij niet.',
  },
  nothingShared: {
    en: 'No other rule rests on what this rule rests on, no pack uses its pack, and no test names it.',
    nl: 'Geen andere regel berust op hetzelfde, geen pakket gebruikt het pakket ervan, en geen toets noemt de regel.',
  },
  notInReport: {
    en: 'Which manifests it is about is said with --manifests.',
    nl: 'Over welke manifesten de regel gaat, blijkt met --manifests.',
  },
  otherKind: { en: 'It is another kind of manifest.', nl: 'Het is een manifest van een andere soort.' },
  stricterLower: { en: 'A lower value is stricter.', nl: 'Een lagere waarde is strenger.' },
  stricterHigher: { en: 'A higher value is stricter.', nl: 'Een hogere waarde is strenger.' },
} as const satisfies Readonly<Record<string, Localized>>;

/** A sentence made of what a policy or a manifest says. Quoted texts stand between quotation marks, without a full stop. */
export interface MadeSentences {
  readonly level: (level: string, by: string | null, because: string | null) => string;
  readonly dutyLevel: (level: string, by: string | null, because: string | null) => string;
  readonly formerName: (asked: string) => string;
  readonly formerNames: (names: string) => string;
  readonly setBy: (by: string) => string;
  readonly because: (reason: string) => string;
  readonly reviewBy: (day: string) => string;
  readonly shared: (kind: 'parameter' | 'definition' | 'compatibility', name: string, rules: string) => string;
  readonly packs: (names: string) => string;
  readonly tests: (count: number) => string;
  readonly scopeWords: (words: string) => string;
  readonly statement: (kind: 'claim' | 'explanation' | 'approval', about: string, line: number) => string;
}

const english: MadeSentences = {
  level: (level, by, because) => `The level is ${level}${chosen(by, because, ', chosen by ')}.`,
  dutyLevel: (level, by, because) => `The level of this duty is ${level}${chosen(by, because, ', chosen by ')}.`,
  formerName: (asked) => `\`${asked}\` is a name that this rule had before.`,
  formerNames: (names) => `It was called ${names} before.`,
  setBy: (by) => `Set by ${by}.`,
  because: (reason) => `The reason: ${quoted(reason)}.`,
  reviewBy: (day) => `To be reconsidered by ${day}.`,
  shared: (kind, name, rules) => `The ${kind} \`${name}\` is shared with ${rules}.`,
  packs: (names) => `The pack is used by ${names}.`,
  tests: (count) => (count === 1 ? 'One test expects something of it:' : `${count} tests expect something of it:`),
  scopeWords: (words) => `The pack says of what is out of scope: ${quoted(words)}.`,
  statement: (kind, about, line) =>
    ({
      claim: `An exception is claimed: \`${about}\` (line ${line}).`,
      explanation: `A departure is explained: \`${about}\` (line ${line}).`,
      approval: `An agreement is recorded: \`${about}\` (line ${line}).`,
    })[kind],
};

const dutch: MadeSentences = {
  level: (level, by, because) => `Het niveau is ${level}${chosen(by, because, ', gekozen door ')}.`,
  dutyLevel: (level, by, because) =>
    `Het niveau van deze verplichting is ${level}${chosen(by, because, ', gekozen door ')}.`,
  formerName: (asked) => `\`${asked}\` is een eerdere naam van deze regel.`,
  formerNames: (names) => `De regel heette eerder ${names}.`,
  setBy: (by) => `Vastgesteld door ${by}.`,
  because: (reason) => `De reden: ${quoted(reason)}.`,
  reviewBy: (day) => `Opnieuw te bezien vóór of op ${day}.`,
  shared: (kind, name, rules) => `${sharedInDutch[kind]} \`${name}\` wordt ook gebruikt door ${rules}.`,
  packs: (names) => `Het pakket wordt gebruikt door ${names}.`,
  tests: (count) => (count === 1 ? 'Eén toets verwacht er iets van:' : `${count} toetsen verwachten er iets van:`),
  scopeWords: (words) => `Het pakket zegt over wat buiten de reikwijdte valt: ${quoted(words)}.`,
  statement: (kind, about, line) =>
    ({
      claim: `Er wordt een beroep gedaan op een uitzondering: \`${about}\` (regel ${line}).`,
      explanation: `Uitgelegd is waarom wordt afgeweken: \`${about}\` (regel ${line}).`,
      approval: `Er is een akkoord vastgelegd: \`${about}\` (regel ${line}).`,
    })[kind],
};

const sharedInDutch = {
  parameter: 'De parameter',
  definition: 'Het begrip',
  compatibility: 'De verenigbaarheid',
} as const;

function chosen(by: string | null, because: string | null, words: string): string {
  if (by === null) return '';
  return because === null ? `${words}${by}` : `${words}${by}: ${quoted(because)}`;
}

/** A text of a policy or a manifest between quotation marks, without the full stop that the sentence around it has. */
export function quoted(text: string): string {
  return `“${text.trim().replace(/\.$/, '')}”`;
}

/** The sentences that are made, in a language. */
export function madeSentences(language: Language): MadeSentences {
  return language === 'en' ? english : dutch;
}
