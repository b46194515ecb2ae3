import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { createConnection } from 'vscode-languageserver/node';
import { serve } from '../server.ts';
import { nodeFiles, uriOf } from './node-files.ts';
import { today } from './today.ts';

/** The version of the package; the build puts it here. */
declare const serverVersion: string | undefined;

/** A folder that ships beside the program: in its package, or in the repository that it is run from. */
function beside(name: string, holding: string): string | undefined {
  const candidates = ['..', '../..', '../../..'].map((upwards) => resolve(import.meta.dirname, upwards, name));
  const found = candidates.find((folder) => existsSync(join(folder, holding)));
  return found === undefined ? undefined : `${uriOf(found)}/`;
}

const asked = process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(argument));
// Without a word about how to talk it is standard input and output, as every editor can.
const connection = asked ? createConnection() : createConnection(process.stdin, process.stdout);

serve(connection, {
  files: nodeFiles,
  shipped: beside('policies', 'waarborg.analysis'),
  reference: beside('docs/reference', 'errors'),
  version: typeof serverVersion === 'string' ? serverVersion : 'unbuilt',
  today,
});
