import { diagnostic } from '../diagnostic/diagnostic.ts';
import { endlessRecord } from '../diagnostic/model-errors.ts';
import type { RecordDeclaration } from '../syntax/ast.ts';
import type { Report } from './report.ts';
import type { RecordType } from './types.ts';

/** Reports each circle of records once, of the first of its records that is declared. */
export function reportEndlessRecords(
  declarations: readonly RecordDeclaration[],
  records: ReadonlyMap<string, RecordType>,
  report: Report,
): void {
  const suspects = withoutEnding(new Set(records.values()));
  const said = new Set<RecordType>();
  for (const { name } of declarations) {
    const start = records.get(name.text);
    const circle =
      start === undefined || said.has(start) || !suspects.has(start) ? undefined : circleOf(start, suspects);
    if (start === undefined || circle === undefined) continue;
    for (const record of circle) said.add(record);
    const names = [...circle, start].map((record) => record.name).join(' → ');
    const message =
      circle.length === 1
        ? { en: `\`${start.name}\` contains itself`, nl: `\`${start.name}\` bevat zichzelf` }
        : { en: `\`${start.name}\` contains itself: ${names}`, nl: `\`${start.name}\` bevat zichzelf: ${names}` };
    const help = {
      en: 'Refer to the other record by its name, as a text, or make it a list.',
      nl: 'Verwijs naar de andere gegevensgroep met een naam, als tekst, of maak er een lijst van.',
    };
    report(diagnostic(endlessRecord, name.span, message, { help }));
  }
}

/** The records right inside a record, lists not counted: these end with the manifest. */
function recordsInside(record: RecordType): readonly RecordType[] {
  return record.fields.flatMap(({ type }) => (type.kind === 'record' ? [type.record] : []));
}

/** The records that are left when those of which all ways down end are taken away, one after another. */
function withoutEnding(records: ReadonlySet<RecordType>): ReadonlySet<RecordType> {
  const left = new Set(records);
  const around = new Map<RecordType, RecordType[]>();
  const open = new Map<RecordType, number>();
  for (const record of records) {
    const inside = recordsInside(record).filter((each) => records.has(each));
    open.set(record, inside.length);
    for (const each of inside) {
      const outer = around.get(each);
      if (outer === undefined) around.set(each, [record]);
      else outer.push(record);
    }
  }
  const ending = [...records].filter((record) => open.get(record) === 0);
  for (let record = ending.pop(); record !== undefined; record = ending.pop()) {
    left.delete(record);
    for (const outer of around.get(record) ?? []) {
      const count = (open.get(outer) ?? 0) - 1;
      open.set(outer, count);
      if (count === 0) ending.push(outer);
    }
  }
  return left;
}

interface Step {
  readonly record: RecordType;
  readonly inside: readonly RecordType[];
  next: number;
}

/** The records on a way from a record back to itself. Not by recursion: a text can chain more records than a stack holds. */
function circleOf(start: RecordType, suspects: ReadonlySet<RecordType>): readonly RecordType[] | undefined {
  const seen = new Set([start]);
  const path: Step[] = [{ record: start, inside: recordsInside(start), next: 0 }];
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const record = top.inside[top.next];
    top.next += 1;
    if (record === start) return path.map((step) => step.record);
    if (record === undefined) path.pop();
    else if (suspects.has(record) && !seen.has(record)) {
      seen.add(record);
      path.push({ record, inside: recordsInside(record), next: 0 });
    }
  }
  return undefined;
}
