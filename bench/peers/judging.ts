import { median, processorTime, ratio, sideBySide, table } from '../measure.ts';
import { thing } from '../sixty-rules.ts';
import { agreedRules } from './agreement.ts';
import { type Contender, contenders, type Subject, subject } from './contenders.ts';

const rounds = 15;
/** Each is repeated for so long in a round, in milliseconds, that the clock can tell. */
const roundTime = 20;

/** Judging manifests that are in memory already, by every contender in turn. */
export async function judgingBesidePeers(): Promise<string> {
  const all = contenders();
  const none = await measure(all, 0);
  const some = await measure(all, 0.1);
  const rows = Object.keys(all).map((name) => [name, ...(none.get(name) ?? []), ...(some.get(name) ?? [])]);
  const head = ['engine', 'none breaks a rule, µs', '× by hand', 'one value in ten does, µs', '× by hand'];
  return `100 manifests of 6 KB, 60 rules\n\n${table(head, rows)}`;
}

async function measure(all: Readonly<Record<string, Contender>>, share: number) {
  const subjects = Array.from({ length: 100 }, (_, seed) => subject(thing(seed, share).data));
  for (const { data } of subjects) await agreedRules(all, data);
  const turns = new Map<string, number>();
  const runs: Record<string, () => Promise<void>> = {};
  for (const [name, contender] of Object.entries(all)) {
    const repeats = await turnsInRound(contender, subjects);
    turns.set(name, repeats);
    runs[name] = () => judgeAll(contender, subjects, repeats);
  }
  const times = await sideBySide(runs, rounds, processorTime);
  const byHandTurns = turns.get('by hand') ?? 1;
  const figures = [...turns].map(([name, repeats]): [string, readonly string[]] => {
    const eachTime = (median(times.get(name) ?? []) / repeats / subjects.length) * 1000;
    return [name, [twoDigits(eachTime), twoDigits((ratio(times, name, 'by hand') * byHandTurns) / repeats)]];
  });
  return new Map(figures);
}

function twoDigits(value: number): string {
  return String(Number(value.toPrecision(2)));
}

async function turnsInRound(contender: Contender, subjects: readonly Subject[]): Promise<number> {
  await judgeAll(contender, subjects, 10);
  const start = performance.now();
  await judgeAll(contender, subjects, 10);
  return Math.ceil(roundTime / ((performance.now() - start) / 10));
}

async function judgeAll(contender: Contender, subjects: readonly Subject[], turns: number): Promise<void> {
  let rules = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    for (const subject of subjects) {
      const answer = contender(subject);
      // To wait for what is there already would cost more than the function by hand does.
      rules += (answer instanceof Promise ? await answer : answer).length;
    }
  }
  if (Number.isNaN(rules)) throw new Error('an answer is no list');
}
