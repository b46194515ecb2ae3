import { configureGlobal } from 'fast-check';

// How many cases each property tries, and which: FUZZ_CASES and FUZZ_SEED, both of which may be left out.
const numRuns = numberIn('FUZZ_CASES');
const seed = numberIn('FUZZ_SEED');
configureGlobal({ ...(numRuns === undefined ? {} : { numRuns }), ...(seed === undefined ? {} : { seed }) });

function numberIn(name: string): number | undefined {
  const written = process.env[name] ?? '';
  if (written === '') return undefined;
  const number = Number(written);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`${name} is no whole number from 1`);
  return number;
}
