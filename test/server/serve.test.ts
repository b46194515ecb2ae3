import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import {
  CancellationTokenSource,
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { wordsFixture } from '../../language/src/ide/marked-for-test.ts';
import type { Surroundings } from '../../server/src/file-system.ts';
import type { Handler } from '../../server/src/handlers/handler.ts';
import { handlers } from '../../server/src/handlers/handlers.ts';
import { serve } from '../../server/src/server.ts';

const root = 'memory://bench/';

/** What a browser has: files in memory, nothing that ships, no pages. */
function inMemory(files: ReadonlyMap<string, string>): Surroundings {
  return {
    files: {
      read: async (uri) => files.get(uri),
      list: async (folder) => [...files.keys()].filter((uri) => uri.startsWith(folder)),
      packages: async () => [],
    },
    shipped: undefined,
    reference: undefined,
    version: 'test',
    today: () => '2026-11-24',
  };
}

async function connected(surroundings: Surroundings, features?: readonly Handler[]): Promise<ProtocolConnection> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  serve(createConnection(toServer, toClient), surroundings, features);
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client.listen();
  const capabilities = { textDocument: { diagnostic: {} } };
  const workspaceFolders = [{ uri: root, name: 'bench' }];
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities, workspaceFolders });
  return client;
}

const pack = 'pack p version 1.0.0\n  use test.words 1\ndefine bright "Bright": colour is red\n';
const files = new Map([
  [`${root}words.waarborg`, wordsFixture],
  [`${root}p.waarborg`, pack],
]);
const about = { textDocument: { uri: `${root}p.waarborg` }, position: { line: 2, character: 25 } };

it('serves files that are on no disk', async () => {
  const client = await connected(inMemory(files));
  const found: { readonly uri: string } = await client.sendRequest('textDocument/definition', about);
  expect(found.uri).toBe(`${root}words.waarborg`);
  client.dispose();
});

it('answers a request whose handler has a bug with an error, and all others as ever', async () => {
  const broken: Handler = {
    capabilities: () => ({}),
    register: ({ connection, answer }) => {
      connection.onRequest(
        'test/broken',
        answer(() => {
          throw new Error('a bug');
        }),
      );
    },
  };
  const client = await connected(inMemory(files), [...handlers, broken]);
  await expect(client.sendRequest('test/broken', {})).rejects.toMatchObject({ code: -32603, message: 'Error: a bug' });
  expect(await client.sendRequest('textDocument/definition', about)).toMatchObject({ uri: `${root}words.waarborg` });
  client.dispose();
});

it('gives up a request that is taken back', async () => {
  let asked = 0;
  const slow: Handler = {
    capabilities: () => ({}),
    register: ({ connection, answer }) => {
      connection.onRequest(
        'test/slow',
        answer(() => (asked += 1)),
      );
    },
  };
  let letGo = (): void => undefined;
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  const surroundings = inMemory(files);
  const list = async (folder: string) => {
    await held;
    return surroundings.files.list(folder);
  };
  const client = await connected({ ...surroundings, files: { ...surroundings.files, list } }, [slow]);
  const token = new CancellationTokenSource();
  const answered = client.sendRequest('test/slow', {}, token.token);
  const kept = client.sendRequest('test/slow', {});
  token.cancel();
  setTimeout(letGo, 50);
  await expect(answered).rejects.toMatchObject({ code: -32800 });
  expect(await kept).toBe(1);
  client.dispose();
});
