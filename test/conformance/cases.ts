/** One case: policy, manifest and day, and what judging must answer. */
export interface Case {
  readonly name: string;
  /** The numbered lines of the language page's Meaning that it shows. */
  readonly meaning: readonly number[];
  /** Declarations, placed after the suite's own. */
  readonly rules: string;
  /** Clauses for the head of the pack. */
  readonly header: string;
  /** More policy files, such as another pack. */
  readonly files: readonly string[];
  /** A manifest as a flow map, or as lines that come after its identifier. */
  readonly manifest: string;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The lines of the answer, as `run-case.ts` writes them. */
  readonly expect: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOfCase = ['name', 'meaning', 'require', 'body', 'level', 'before', 'rules', 'header', 'files'];
const fieldsOfRun = ['manifest', 'as-of', 'expect', 'manifests', 'days', 'conditions'];

/** The cases of a file, each row of a table one of them; throws where the file is not as the suite's README says. */
export function casesOf(read: unknown, file: string): { readonly section: string; readonly cases: readonly Case[] } {
  const { section, cases, ...rest } = fieldsIn(read, file);
  if (Object.keys(rest).length > 0) throw new Error(`${file}: unknown ${Object.keys(rest).join(', ')}`);
  if (typeof section !== 'string' || !Array.isArray(cases)) throw new Error(`${file}: a file is a section and cases`);
  return { section, cases: cases.flatMap((each) => rowsOf(fieldsIn(each, file))) };
}

function fieldsIn(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${where}: no map`);
  return Object.fromEntries(Object.entries(value));
}

/** The day on which a case is judged that names none. */
const usualDay = '2026-11-23';

function rowsOf(fields: Fields): readonly Case[] {
  const name = textIn(fields, 'name');
  const unknown = Object.keys(fields).filter((key) => ![...fieldsOfCase, ...fieldsOfRun].includes(key));
  if (name === '' || unknown.length > 0) throw new Error(`the case ${name}: unknown ${unknown.join(', ')}`);
  const base = {
    name,
    meaning: listIn(fields, 'meaning').map(Number),
    rules: rulesOf(fields, textIn(fields, 'require')),
    header: textIn(fields, 'header'),
    files: listIn(fields, 'files'),
    manifest: textIn(fields, 'manifest'),
    asOf: textIn(fields, 'as-of') || usualDay,
  };
  const row = (key: string, value: unknown, changes: Partial<Case>): Case => {
    return { ...base, ...changes, name: `${name}: ${key.trim()}`, expect: lines(value, name) };
  };
  const tables = [
    ...tableIn(fields, 'manifests').map(([manifest, value]) => row(manifest, value, { manifest })),
    ...tableIn(fields, 'days').map(([asOf, value]) => row(asOf, value, { asOf })),
    ...tableIn(fields, 'conditions').map(([asked, value]) => row(asked, value, { rules: rulesOf(fields, asked) })),
  ];
  const single = 'expect' in fields ? [{ ...base, expect: lines(fields['expect'], name) }] : [];
  if (tables.length + single.length === 0) throw new Error(`the case ${name} expects nothing`);
  return [...single, ...tables];
}

/** The declarations of a case: as they stand, or one rule `r` with a body, or with one condition. */
function rulesOf(fields: Fields, condition: string): string {
  const before = textIn(fields, 'before');
  const body = condition === '' ? textIn(fields, 'body') : `require c: ${condition}`;
  const rule =
    body === '' ? '' : `rule r "R" { ${textIn(fields, 'level') || 'mandatory'} chosen by "the suite"\n${body}\n}`;
  return [before, textIn(fields, 'rules'), rule].filter((part) => part !== '').join('\n');
}

function textIn(fields: Fields, key: string): string {
  const value = fields[key];
  if (value !== undefined && typeof value !== 'string') throw new Error(`${key} is no text`);
  return value ?? '';
}

function listIn(fields: Fields, key: string): readonly string[] {
  const value = fields[key];
  return value === undefined ? [] : lines(value, key);
}

function lines(value: unknown, where: string): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.map((line) => {
    if (typeof line !== 'string') throw new Error(`${where}: a line is no text`);
    return line;
  });
}

function tableIn(fields: Fields, key: string): readonly (readonly [string, unknown])[] {
  const table = fields[key];
  return table === undefined ? [] : Object.entries(fieldsIn(table, key));
}
