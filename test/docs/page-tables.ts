/** A table of a Markdown page: its columns, and for each row what stands in them, without back-quotes. */
export interface PageTable {
  /** The heading that it stands under. */
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The tables of a page, in order. Cells may not have a bar in them. */
export function tablesOf(page: string): readonly PageTable[] {
  const tables: PageTable[] = [];
  let heading = '';
  let lines: string[] = [];
  for (const line of [...page.split('\n'), '']) {
    heading = /^#+ (.*)$/.exec(line)?.[1] ?? heading;
    if (line.startsWith('|')) {
      lines.push(line);
      continue;
    }
    const [columns, , ...rows] = lines.map(cellsOf);
    if (columns !== undefined) tables.push({ heading, columns, rows });
    lines = [];
  }
  return tables;
}

function cellsOf(line: string): readonly string[] {
  return line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim().replaceAll('`', ''));
}
