import process from 'node:process';

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}

/** What the processors have spent on this process, in milliseconds: other work on the machine moves it less than a clock. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Runs each contender in turn, A B A B …, so that a drift of the machine falls on all alike; milliseconds of each run, by a
 * clock or by the time of processors.
 */
export async function sideBySide(
  contenders: Readonly<Record<string, () => void | Promise<void>>>,
  rounds: number,
  now: () => number = () => performance.now(),
): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map<string, number[]>();
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(contenders)) {
      const start = now();
      await run();
      const taken = now() - start;
      // The first round warms up.
      if (round >= 0) times.set(name, [...(times.get(name) ?? []), taken]);
    }
  }
  return times;
}

/** The ratios of one contender to another, round by round, as their median. */
export function ratio(times: ReadonlyMap<string, readonly number[]>, of: string, to: string): number {
  const base = times.get(to) ?? [];
  return median((times.get(of) ?? []).map((time, round) => time / (base[round] ?? Number.NaN)));
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
