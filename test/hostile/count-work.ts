import { Session } from 'node:inspector';
import process from 'node:process';

// Counts how often each block of code runs while a text is read and judged, for each shape at one size and at twice that.
// A process of its own, so that nothing else is counted, and no other counting is disturbed.

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

const session = new Session();
session.connect();

function takeCounts(): number {
  let counted = 0;
  session.post('Profiler.takePreciseCoverage', (error, found) => {
    if (error !== null) throw new Error(error.message);
    const { result } = found as Coverage; // as the protocol of the inspector describes it
    for (const script of result) {
      if (!script.url.startsWith('file:') || script.url.endsWith('/shapes.ts')) continue;
      for (const { ranges } of script.functions) for (const { count } of ranges) counted += count;
    }
  });
  return counted;
}

session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

// Loaded when counting has begun: what was compiled before is not counted block by block.
const { shapes } = await import('./shapes.ts');

for (const shape of shapes) {
  const inputs = [8, shape.size, shape.size * 2].map((size) => ({ size, input: shape.make(size) }));
  const work: number[] = [];
  const milliseconds: number[] = [];
  for (const { input } of inputs) {
    takeCounts();
    const start = performance.now();
    shape.take(input);
    milliseconds.push(performance.now() - start);
    work.push(takeCounts());
  }
  // The first one was so that everything is loaded.
  process.stdout.write(
    `${JSON.stringify({ name: shape.name, work: work.slice(1), milliseconds: milliseconds.slice(1) })}\n`,
  );
}
