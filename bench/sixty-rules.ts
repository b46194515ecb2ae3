import {
  buildProgram,
  type CompiledProgram,
  type CoreProgram,
  compileProgram,
  parsePolicy,
  sourceText,
} from '@waarborg/language';

// Sixty rules over one small vocabulary, and the same sixty checks written by hand: fifteen shares under a limit, fifteen
// choices in a list, fifteen lists of groups of which every rate stays under a limit, fifteen dates no older than a year.

const each = Array.from({ length: 15 }, (_, index) => index);

/** The sixty rules, as a policy would have them. */
export const policy = `pack bench.sixty version 1.0.0
  use bench.words 1
parameter ceiling: share = 5% set by "the benchmark" because "a number is needed"
parameter period: duration = 12 months set by "the benchmark" because "a term is needed"
${each
  .map(
    (
      index,
    ) => `rule share-${index} { mandatory chosen by "the benchmark" require part.share_${index} is at most ceiling }
rule choice-${index} { mandatory chosen by "the benchmark" require part.choice_${index} is one of [low, middle] }
rule groups-${index} { mandatory chosen by "the benchmark" limit every groups_${index}.rate to at most ceiling }
rule date-${index} { mandatory chosen by "the benchmark" require part.date_${index} is within period }`,
  )
  .join('\n')}
`;

const vocabulary = `vocabulary bench.words version 1.0.0
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

/** The sixty rules, checked and compiled. */
export function sixtyRules(): { readonly program: CoreProgram; readonly compiled: CompiledProgram } {
  const files = [sourceText('words.waarborg', vocabulary), sourceText('sixty.waarborg', policy)].map(parsePolicy);
  const { program, diagnostics } = buildProgram(files);
  const [first] = diagnostics;
  if (first !== undefined) throw new Error(`the benchmark's own policy is wrong: ${first.message.en}`);
  return { program, compiled: compileProgram(program) };
}

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

/** The same sixty checks by hand, with their loops fused: the limit of what judging can cost. */
export function byHand(manifest: Thing, oldest: string, asOf: string): readonly string[] {
  const broken: string[] = [];
  const { part } = manifest;
  for (let index = 0; index < 15; index += 1) {
    const share = part[`share_${index}`];
    if (!(typeof share === 'number' && share <= 0.05)) broken.push(`share-${index}`);
    const choice = part[`choice_${index}`];
    if (choice !== 'low' && choice !== 'middle') broken.push(`choice-${index}`);
    const groups = manifest[`groups_${index}`] ?? [];
    let held = groups.length > 0;
    for (const group of groups) if (!(group.rate <= 0.05)) held = false;
    if (!held) broken.push(`groups-${index}`);
    const date = part[`date_${index}`];
    if (!(typeof date === 'string' && date >= oldest && date <= asOf)) broken.push(`date-${index}`);
  }
  return broken;
}
