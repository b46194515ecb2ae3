/** A mutant that no test notices, by what can be read of it: lines move, so it has no number. */
export interface Survivor {
  /** Below `language/src`. */
  readonly file: string;
  /** The line that the change begins on, without indentation. */
  readonly line: string;
  readonly code: string;
  readonly becomes: string;
}

/** Where an entry of the page begins, and what it is about. */
const entryForm = /^- ``(.+)``: ``(.+)`` → ``(.*)``$/;

/** A survivor as the page writes it. */
export function entryOf({ line, code, becomes }: Survivor): string {
  return `- \`\`${line}\`\`: \`\`${code}\`\` → \`\`${becomes}\`\``;
}

/** The survivors that a page argues, each under the heading of its file; throws where one has no argument. */
export function arguedIn(page: string): readonly Survivor[] {
  const argued: Survivor[] = [];
  let file = '';
  const lines = page.split('\n');
  for (const [index, text] of lines.entries()) {
    const heading = /^### `(.+)`$/.exec(text)?.[1];
    if (heading !== undefined) file = heading;
    const [, line, code, becomes] = entryForm.exec(text) ?? [];
    if (line === undefined || code === undefined || becomes === undefined) continue;
    if (!/^ {2}\S/.test(lines[index + 1] ?? ''))
      throw new Error(`line ${index + 1} of the page argues nothing: ${text}`);
    argued.push({ file, line, code, becomes });
  }
  return argued;
}

/** What a list has more than another has; one that stands twice has to stand there twice. */
export function withoutThose(all: readonly Survivor[], others: readonly Survivor[]): readonly Survivor[] {
  const left = others.map(keyOf);
  return all.filter((each) => {
    const at = left.indexOf(keyOf(each));
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

function keyOf({ file, line, code, becomes }: Survivor): string {
  return [file, line, code, becomes].join('\n');
}
