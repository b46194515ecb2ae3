// Sixty rules over one small vocabulary: fifteen shares under a limit, fifteen choices in a list, fifteen lists of groups of
// which every rate stays under a limit, fifteen dates no older than a year. One description of them makes the policy, the
// function by hand, and what other engines are given (bench/peers).

/** One of the sixty: its rule, what kind of rule it is, and the field that it looks at. */
export type Check = CheckOfPart | CheckOfGroups;

/** A check of a value in the part of a manifest. */
export interface CheckOfPart {
  readonly kind: 'share' | 'choice' | 'date';
  readonly rule: string;
  readonly field: string;
}

/** A check of a list of groups, which the manifest itself has. */
export interface CheckOfGroups {
  readonly kind: 'groups';
  readonly rule: string;
  readonly field: `groups_${number}`;
}

const each = Array.from({ length: 15 }, (_, index) => index);

/** The sixty, in the order of the policy. */
export const checks: readonly Check[] = each.flatMap((index): readonly Check[] => [
  { kind: 'share', rule: `share-${index}`, field: `share_${index}` },
  { kind: 'choice', rule: `choice-${index}`, field: `choice_${index}` },
  { kind: 'groups', rule: `groups-${index}`, field: `groups_${index}` },
  { kind: 'date', rule: `date-${index}`, field: `date_${index}` },
]);

/** What the sixty ask: the highest share and rate, the choices that are right, the first and the last day that are. */
export const limits = {
  ceiling: 0.05,
  choices: ['low', 'middle'],
  first: '2025-11-23',
  last: '2026-11-23',
} as const;

function requirement({ kind, field }: Check): string {
  switch (kind) {
    case 'share':
      return `require part.${field} is at most ceiling`;
    case 'choice':
      return `require part.${field} is one of [${limits.choices.join(', ')}]`;
    case 'groups':
      return `limit every ${field}.rate to at most ceiling`;
    case 'date':
      return `require part.${field} is within period`;
  }
}

/** The vocabulary of the sixty rules. */
export const vocabulary = `vocabulary bench.words version 1.0.0
manifest thing {
  id: text role id
  part: part
${each.map((index) => `  groups_${index}: list of group keyed by name`).join('\n')}
}
record part {
${each.map((index) => `  share_${index}: share  choice_${index}: degree  date_${index}: date`).join('\n')}
}
record group { name: text  rate: share }
choices degree { low middle high }
`;

/** The sixty rules, as a policy would have them. The period reaches from the first day to the last, on which is judged. */
export const policy = `pack bench.sixty version 1.0.0
  use bench.words 1
parameter ceiling: share = ${limits.ceiling * 100}% set by "the benchmark" because "a number is needed"
parameter period: duration = 12 months set by "the benchmark" because "a term is needed"
${checks.map((check) => `rule ${check.rule} { mandatory chosen by "the benchmark" ${requirement(check)} }`).join('\n')}
`;

/** A manifest as plain data, as the hand-written function reads it. */
export interface Thing {
  readonly id: string;
  readonly part: Readonly<Record<string, number | string>>;
  readonly [groups: `groups_${number}`]: readonly { readonly name: string; readonly rate: number }[];
}

/** A manifest of about five kilobytes; so many of its values break their rule, and which ones depends on the seed. */
export function thing(seed: number, share = 0.1): { readonly text: string; readonly data: Thing } {
  let state = seed * 2654435761;
  const breaks = (): boolean => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648 < share;
  };
  const part = Object.fromEntries(
    each.flatMap((index) => [
      [`share_${index}`, breaks() ? 0.08 : 0.031],
      [`choice_${index}`, breaks() ? 'high' : 'low'],
      [`date_${index}`, breaks() ? '2024-01-01' : '2026-06-01'],
    ]),
  );
  const groups = Object.fromEntries(
    each.map((index) => [
      `groups_${index}`,
      Array.from({ length: 6 }, (_, group) => ({
        name: `group number ${group}`,
        rate: breaks() && group === 3 ? 0.07 : 0.02,
      })),
    ]),
  );
  const data = { id: `thing-${seed}`, part, ...groups };
  return { text: JSON.stringify({ vocabulary: 'bench.words 1', ...data }, null, 1), data };
}
