import { configureGlobal } from 'fast-check';

const cases = Number(process.env['FUZZ_CASES']);
if (!Number.isSafeInteger(cases) || cases < 1) throw new Error('FUZZ_CASES is not a number of cases');
configureGlobal({ numRuns: cases });
