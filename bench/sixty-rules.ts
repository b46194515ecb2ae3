import {
  buildProgram,
  type CompiledProgram,
  type CoreProgram,
  compileProgram,
  parsePolicy,
  sourceText,
} from '@waarborg/language';

// Sixty rules over one small vocabulary: fifteen shares under a limit, fifteen choices in a list, fifteen lists of groups of
// which every rate stays under a limit, fifteen dates no older than a year. One description of them makes the policy, the
// function by hand, and what other engines are given (bench/peers).

/** One of the sixty: its rule, what kind of rule it is, and the field that it looks at. */
export interface Check {
  readonly rule: string;
  readonly kind: 'share' | 'choice' | 'groups' | 'date';
  readonly field: string;
}

const each = Array.from({ length: 15 }, (_, index) => index);
const kinds = ['share', 'choice', 'groups', 'date'] as const;

/** The sixty, in the order of the policy. Groups are fields of the manifest itself, and the others of its part. */
export const checks: readonly Check[] = each.flatMap((index) =>
  kinds.map((kind) => ({ rule: `${kind}-${index}`, kind, field: `${kind}_${index}` })),
);

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

function testByHand({ kind, field }: Check): string {
  switch (kind) {
    case 'share':
      return `typeof part.${field} === 'number' && part.${field} <= ${limits.ceiling}`;
    case 'choice':
      return limits.choices.map((choice) => `part.${field} === '${choice}'`).join(' || ');
    case 'groups':
      return `everyRateHolds(thing.${field})`;
    case 'date':
      return `typeof part.${field} === 'string' && part.${field} >= '${limits.first}' && part.${field} <= '${limits.last}'`;
  }
}

const textByHand = `
  function everyRateHolds(groups) {
    if (groups === undefined || groups.length === 0) return false;
    for (const group of groups) if (!(group.rate <= ${limits.ceiling})) return false;
    return true;
  }
  return (thing) => {
    const broken = [];
    const { part } = thing;
    ${checks.map((check) => `if (!(${testByHand(check)})) broken.push('${check.rule}');`).join('\n')}
    return broken;
  };`;

/**
 * The same sixty checks as a hand would write them, one line for each with its names and limits written out: the least
 * that judging can cost. Takes a manifest, and gives the names of the rules that it breaks or lacks the value for. It is
 * made of text only because nobody wants to read sixty lines alike; names put together while it runs cost eight times as much.
 */
// A function that is made of text has no type; the lines above give it this one.
export const byHand = new Function(textByHand)() as (thing: Thing) => readonly string[];
