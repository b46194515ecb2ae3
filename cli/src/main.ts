import { internalError, problem } from './command-errors.ts';
import { run } from './program.ts';
import { writeAll } from './write-output.ts';

// Bad input is data everywhere below; what is thrown is a bug, and is caught here alone.
try {
  process.exitCode = await run(process.argv.slice(2), { workingFolder: process.cwd(), environment: process.env });
} catch (error) {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const { code, message } = problem(internalError, internalError.title);
  writeAll(2, `✗ ${code}  ${message.en}\n${detail}\n`);
  process.exitCode = 2;
}
