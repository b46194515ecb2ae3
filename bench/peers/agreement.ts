import { checks, type Thing, thing } from '../sixty-rules.ts';
import { type Contender, contenders, openRules, subject } from './contenders.ts';

const seeds = Array.from({ length: 100 }, (_, seed) => seed);

/** A sentence on what all contenders agree on; throws with the first manifest on which one of them does not. */
export async function agreement(): Promise<string> {
  const all = contenders();
  let broken = 0;
  for (const share of [0, 0.1, 0.5]) {
    for (const seed of seeds) broken += await agreedRules(all, thing(seed, share).data);
  }
  let missing = 0;
  for (const seed of seeds) {
    const data = withGaps(thing(seed, 0).data, seed);
    missing += await agreedRules(all, data);
    // The others count what is missing as broken, and Waarborg has a word of its own for it.
    for (const [rule, outcome] of openRules(subject(data).typed)) {
      if (outcome !== 'unproven') throw new Error(`${rule} lacks its value, and Waarborg says ${outcome}`);
    }
  }
  if (broken === 0 || missing === 0) throw new Error('no manifest of the benchmark breaks or lacks anything');
  return `All agree on ${broken} broken rules of 300 manifests, and on ${missing} that lack a value in 100 with gaps.`;
}

/** How many rules of a manifest all contenders call broken; throws where one of them says otherwise than the first. */
export async function agreedRules(all: Readonly<Record<string, Contender>>, data: Thing): Promise<number> {
  const given = subject(data);
  let first: string | undefined;
  let count = 0;
  for (const [name, contender] of Object.entries(all)) {
    const rules = await contender(given);
    const answer = [...rules].sort().join(', ');
    first ??= answer;
    if (answer !== first) throw new Error(`of ${data.id} by hand: ${first}\n${name}: ${answer}`);
    count = rules.length;
  }
  return count;
}

/** The manifest with one value in ten left out; of lists of groups also all groups, or the rate of one, in turn. */
function withGaps(data: Thing, seed: number): Thing {
  const lacking = checks.filter((_, index) => (seed * 7 + index * 3) % 10 === 0);
  const gone = new Set<string>(lacking.map(({ field }) => field));
  const kept = (fields: object) => Object.fromEntries(Object.entries(fields).filter(([field]) => !gone.has(field)));
  const groups = lacking.flatMap((check, index) => {
    if (check.kind !== 'groups') return [];
    const [first, ...others] = data[check.field] ?? [];
    const ways = [[], [[check.field, []]], [[check.field, [{ name: first?.name }, ...others]]]];
    return ways[(seed + index) % ways.length] ?? [];
  });
  return { ...kept(data), ...Object.fromEntries(groups), id: data.id, part: kept(data.part) };
}
