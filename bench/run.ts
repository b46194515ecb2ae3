import { judgingOverByHand, tenThousand } from './judging.ts';
import { wholeProcess } from './whole-process.ts';

// Prints the tables of bench/README.md. Trust the ratios; the times are this machine's.
process.stdout.write(`Node ${process.version}\n\n`);
process.stdout.write(`${wholeProcess()}\n\n`);
process.stdout.write(`${judgingOverByHand()}\n\n`);
process.stdout.write(`${tenThousand('yaml')}\n\n`);
process.stdout.write(`${tenThousand('json')}\n`);
