import type { DiagnosticKind } from '@waarborg/language';

/** A file that is no baseline, or an entry that cannot be read. */
export const baselineBroken: DiagnosticKind = {
  code: 'WB0921',
  severity: 'error',
  title: { en: 'A baseline cannot be read', nl: 'Een lijst met bekende bevindingen kan niet worden gelezen' },
  explanation:
    'A baseline is a YAML file with `format: waarborg-baseline/1` and a list `entries`. An entry names a finding by `manifest`, `rule`, `obligation` and, for an item, `item`, and says what it came to. What cannot be read covers nothing.',
  wrong: 'entries:\n  - rule: data-current',
  right:
    'format: waarborg-baseline/1\nentries:\n  - manifest: burglary-heat-maps\n    rule: nl.rijk.big-data-veiligheid/data-current\n    obligation: current\n    outcome: unproven\n    owner: Head of data\n    reason: The source is replaced in March\n    until: 2027-03-31',
};

/** An entry of a baseline without an owner, a reason or an end. */
export const baselineIncomplete: DiagnosticKind = {
  code: 'WB0922',
  severity: 'error',
  title: {
    en: 'An entry of a baseline has no owner, reason or end',
    nl: 'Een bekende bevinding heeft geen eigenaar, reden of einde',
  },
  explanation:
    'Somebody answers for each finding that is left standing, says why, and until when. Waarborg never fills that in. Until it is there the entry covers nothing.',
  wrong: 'owner:\nreason:\nuntil:',
  right: 'owner: Head of data\nreason: The source is replaced in March\nuntil: 2027-03-31',
};

/** Two entries of a baseline are about one finding. */
export const baselineTwice: DiagnosticKind = {
  code: 'WB0923',
  severity: 'error',
  title: {
    en: 'Two entries of a baseline are the same',
    nl: 'Een bevinding staat twee keer op de lijst met bekende bevindingen',
  },
  explanation: 'A finding is accepted once, by one owner, for one reason and until one day. The first entry counts.',
  wrong: 'entries:\n  - { manifest: a, rule: p/r, obligation: o, … }\n  - { manifest: a, rule: p/r, obligation: o, … }',
  right: 'entries:\n  - { manifest: a, rule: p/r, obligation: o, … }',
};

/** An entry of a baseline that covers no finding any more. */
export const baselineStale: DiagnosticKind = {
  code: 'WB0924',
  severity: 'error',
  title: { en: 'An entry of the baseline covers nothing', nl: 'Een bekende bevinding is er niet meer' },
  explanation:
    'The finding is no longer there, or something else covers it now. An entry that stays would quietly cover it if it came back, so that it makes the run fail (exit 1) until it is taken away: `waarborg baseline --prune` does so.',
  wrong: 'waarborg check --baseline waarborg-baseline.yaml   # after the finding was mended',
  right: 'waarborg baseline --prune',
};

/** An entry of a baseline of which the last day has passed. */
export const baselineEnded: DiagnosticKind = {
  code: 'WB0925',
  severity: 'error',
  title: { en: 'An entry of the baseline has ended', nl: 'De termijn van een bekende bevinding is voorbij' },
  explanation:
    'The day until which the finding was accepted has passed, so that it counts again where its manifest is judged, and the entry makes the run fail (exit 1) also where it is not. Mend what was found and take the entry away, or have the owner decide anew, and write the new day and the reason for it.',
  wrong: 'until: 2026-01-31   # judged on 2026-02-01',
  right: 'until: 2026-04-30',
};

/** Every kind of error that a baseline can have, in the order of their codes. */
export const baselineErrors: readonly DiagnosticKind[] = [
  baselineBroken,
  baselineIncomplete,
  baselineTwice,
  baselineStale,
  baselineEnded,
];
