import type { Language } from '@waarborg/language';
import { counted } from '../messages.ts';
import type { DiffReport, PackDiffReport } from './diff-report.ts';
import { stepReasonWords, stepWords } from './diff-words.ts';

/** A pack with the versions that are compared: `nl.example 1.0.0 → 1.1.0`. */
export function packTitle({ name, oldName, oldVersion, newVersion }: PackDiffReport, language: Language): string {
  if (oldVersion === null) return `${name} ${newVersion} (${language === 'en' ? 'new pack' : 'nieuw pakket'})`;
  if (newVersion === null) return `${name} ${oldVersion} (${language === 'en' ? 'pack removed' : 'vervallen pakket'})`;
  if (oldName !== null) return `${oldName} ${oldVersion} → ${name} ${newVersion}`;
  return oldVersion === newVersion ? `${name} ${oldVersion}` : `${name} ${oldVersion} → ${newVersion}`;
}

/** Which step a pack's changes ask for and why, and which was made; empty for a pack on one side only. */
export function versionSentences(
  { version, oldVersion, newVersion }: PackDiffReport,
  language: Language,
): readonly string[] {
  if (version === null) return [];
  const { needed, made, tooSmall, reasons } = version;
  const english = language === 'en';
  const why = reasons.map((reason) => stepReasonWords[reason][language]).join(english ? '; ' : '; ');
  const asks =
    needed === 'none'
      ? english
        ? 'Nothing changed, so the version may stay.'
        : 'Er is niets veranderd, dus de versie kan blijven.'
      : english
        ? `These changes ask for ${stepWords[needed].en}: ${why}.`
        : `Deze wijzigingen vragen om ${stepWords[needed].nl}: ${why}.`;
  return [asks, stepSentence({ made, tooSmall, oldVersion, newVersion }, language)];
}

function stepSentence(
  {
    made,
    tooSmall,
    oldVersion,
    newVersion,
  }: Pick<PackDiffReport, 'oldVersion' | 'newVersion'> &
    Pick<NonNullable<PackDiffReport['version']>, 'made' | 'tooSmall'>,
  language: Language,
): string {
  const english = language === 'en';
  if (made === 'none') {
    if (!tooSmall) return english ? `The version stays ${oldVersion}.` : `De versie blijft ${oldVersion}.`;
    return english
      ? `The version is still ${oldVersion}: that is too little.`
      : `De versie is nog ${oldVersion}: dat is te weinig.`;
  }
  const step = `${oldVersion} → ${newVersion}`;
  const made_ = stepWords[made][language];
  if (made === 'backwards') {
    return english
      ? `${step} is ${made_}: a version only goes up.`
      : `${step} is ${made_}: een versie gaat alleen omhoog.`;
  }
  if (tooSmall) return english ? `${step} is ${made_}: that is too little.` : `${step} is ${made_}: dat is te weinig.`;
  return english ? `${step} is ${made_}: that is enough.` : `${step} is ${made_}: dat is genoeg.`;
}

/** What all changes come to, in a sentence each: those that are proved or declared weaker, those that may be, and verdicts. */
export function summarySentences({ counts, packs, fields, language }: DiffReport): readonly string[] {
  const { changes, verdicts, manifests } = counts;
  const english = language === 'en';
  const total = changes.none + changes.open + changes.stricter + changes.weaker;
  const untouched = packs.every(({ items }) => items.length === 0) && fields.length === 0;
  const change = (amount: number): string =>
    english
      ? `${amount} ${amount === 1 ? 'change' : 'changes'}`
      : `${amount} ${amount === 1 ? 'wijziging' : 'wijzigingen'}`;
  const rules = untouched
    ? english
      ? 'The rules did not change.'
      : 'De regels zijn niet veranderd.'
    : english
      ? `${change(total)}: ${changes.weaker} weaker, ${changes.open} may be weaker, ${changes.stricter} stricter, ${changes.none} without effect on verdicts.`
      : `${change(total)}: ${changes.weaker} milder, ${changes.open} mogelijk milder, ${changes.stricter} strenger, ${changes.none} zonder gevolg voor oordelen.`;
  if (manifests.judged === 0) return [rules];
  const on = counted(manifests.judged, 'manifest', language);
  const judged = english
    ? `${on} judged by both: ${verdicts.milder} ${verdicts.milder === 1 ? 'verdict' : 'verdicts'} milder, ${verdicts.stricter} stricter.`
    : `${on} naar beide beoordeeld: ${verdicts.milder} ${verdicts.milder === 1 ? 'oordeel' : 'oordelen'} milder, ${verdicts.stricter} strenger.`;
  if (manifests.errors === 0) return [rules, judged];
  const errors = english
    ? `${counted(manifests.errors, 'manifest', 'en')} could not be judged, wholly or in part, by one side or by both.`
    : `${counted(manifests.errors, 'manifest', 'nl')} ${manifests.errors === 1 ? 'kon' : 'konden'} niet, of niet geheel, worden beoordeeld naar een van beide of naar allebei.`;
  return [rules, judged, errors];
}
