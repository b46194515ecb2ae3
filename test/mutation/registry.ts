import { format } from 'node:util';

// What the tests import as `vitest` while they run in the process of the runner: the same `expect`, and a `describe` and `it`
// that only take down what there is to run.
export { expect } from 'vitest';

/** A test as it was written down: `name` begins with the groups that it stands in. */
export interface RegisteredTest {
  readonly file: string;
  readonly name: string;
  readonly run: () => unknown;
}

type Body = (...row: readonly unknown[]) => unknown;

const registered: RegisteredTest[] = [];
const groups: string[] = [];
let currentFile = '';

/** Loads a test file, and gives the tests that it has, in their order. */
export async function testsOf(file: string, url: string): Promise<readonly RegisteredTest[]> {
  registered.length = 0;
  currentFile = file;
  await import(url);
  return [...registered];
}

/** A group of tests. */
export function describe(name: string, body: Body): void {
  describeRow(name, body, []);
}

function describeRow(name: string, body: Body, row: readonly unknown[]): void {
  groups.push(name);
  body(...row);
  groups.pop();
}

describe.each = eachRow(describeRow);

/** A test. */
export function it(name: string, body: Body): void {
  itRow(name, body, []);
}

function itRow(name: string, body: Body, row: readonly unknown[]): void {
  registered.push({ file: currentFile, name: [...groups, name].join(' > '), run: () => body(...row) });
}

it.each = eachRow(itRow);

type Row = (name: string, body: Body, row: readonly unknown[]) => void;

/** A group or a test for each row of a table, as Vitest has them: a row that is a list is a list of arguments. */
function eachRow(make: Row): (rows: readonly unknown[]) => (name: string, body: Body) => void {
  return (rows) => (name, body) => {
    for (const [index, row] of rows.entries()) {
      const values: readonly unknown[] = Array.isArray(row) ? row : [row];
      // The number keeps names apart; Stryker tells tests by their names.
      make(`${nameOf(name, values)} (${index})`, body, values);
    }
  };
}

function nameOf(name: string, values: readonly unknown[]): string {
  const [first] = values;
  const holder: object = typeof first === 'object' && first !== null ? first : {};
  const filled = name.replaceAll(/\$(\w+)/g, (_, key) =>
    String(Object.entries(holder).find(([own]) => own === key)?.[1]),
  );
  const places = filled.match(/%[sdij]/g)?.length ?? 0;
  return format(filled, ...values.slice(0, places));
}
