import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import process from 'node:process';

/** A message of the protocol: a request, an answer or a notification, by which of its parts are there. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

/** A language server over its standard input and output, as an editor starts it. */
export class LanguageClient {
  readonly #server: ChildProcessWithoutNullStreams;
  readonly #settings: unknown;
  readonly #waiting = new Map<number, (answer: Message) => void>();
  readonly #published = new Map<string, (params: unknown) => void>();
  #received = Buffer.alloc(0);
  #sent = 0;

  /** Starts a server; `settings` are what it gets when it asks for its configuration, by section. */
  constructor(program: readonly string[], settings: unknown) {
    this.#settings = settings;
    this.#server = spawn(process.execPath, [...program], { env: { PATH: process.env['PATH'] } });
    this.#server.stdout.on('data', (part: Buffer) => this.#take(part));
  }

  /** Asks something, and gives the answer; an error in place of an answer is thrown. */
  async request(method: string, params: unknown): Promise<unknown> {
    this.#sent += 1;
    const id = this.#sent;
    const answer = await new Promise<Message>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#send({ id, method, params });
    });
    if (answer.error !== undefined) throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
    return answer.result;
  }

  /** Tells something. */
  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  /** What the server publishes next about a document. */
  nextDiagnostics(uri: string): Promise<unknown> {
    return new Promise((resolve) => this.#published.set(uri, resolve));
  }

  /** Ends the server, as an editor does that is closed. */
  async stop(): Promise<void> {
    await this.request('shutdown', null);
    const ended = new Promise((resolve) => this.#server.once('exit', resolve));
    this.notify('exit', null);
    await ended;
  }

  #send(message: Message): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.#server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#server.stdin.write(body);
  }

  #take(part: Buffer): void {
    this.#received = Buffer.concat([this.#received, part]);
    for (;;) {
      const end = this.#received.indexOf('\r\n\r\n');
      const length = /Content-Length: (\d+)/i.exec(this.#received.subarray(0, Math.max(end, 0)).toString());
      const from = end + 4;
      if (end === -1 || length === null || this.#received.length < from + Number(length[1])) return;
      const body = this.#received.subarray(from, from + Number(length[1])).toString();
      this.#received = this.#received.subarray(from + Number(length[1]));
      this.#answer(JSON.parse(body));
    }
  }

  #answer(message: Message): void {
    const { id, method, params } = message;
    if (method === undefined) {
      if (id !== undefined) this.#waiting.get(id)?.(message);
      return;
    }
    if (id !== undefined)
      this.#send({ id, result: method === 'workspace/configuration' ? this.#sections(params) : null });
    if (method !== 'textDocument/publishDiagnostics') return;
    const { uri } = params as { readonly uri: string }; // The protocol says so.
    this.#published.get(uri)?.(params);
  }

  #sections(params: unknown): readonly unknown[] {
    const { items } = params as { readonly items: readonly { readonly section?: string }[] }; // The protocol says so.
    const settings = new Map(Object.entries(this.#settings ?? {}));
    return items.map(({ section }) => settings.get(section ?? '') ?? null);
  }
}
