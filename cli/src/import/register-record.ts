/** A record of a register: plain data from JSON, of which nothing is certain but that it has names. */
export type RegisterRecord = Readonly<Record<string, unknown>>;

/** The forms in which records of the Dutch Algorithm Register are found. */
export type RegisterForm = 'standard-1.0' | 'dump-2022' | 'live';

/** Which form a record has, by the fields that only that form has; undefined where it is no record of the register. */
export function formOf(record: RegisterRecord): RegisterForm | undefined {
  if (Object.hasOwn(record, 'organisatie') || Object.hasOwn(record, 'juridische_basis')) return 'live';
  if (!Object.hasOwn(record, 'name') && !Object.hasOwn(record, 'organization')) return undefined;
  return Object.hasOwn(record, 'lars') || Object.hasOwn(record, 'mprd') ? 'dump-2022' : 'standard-1.0';
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is RegisterRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The records in a JSON text: a list, one record, or a list under `results`, `algoritmes` or `data`. */
export function recordsIn(data: unknown): readonly unknown[] | undefined {
  if (Array.isArray(data)) return data;
  if (!isRecord(data)) return undefined;
  for (const key of ['results', 'algoritmes', 'data']) {
    const inner = data[key];
    if (Array.isArray(inner)) return inner;
  }
  return formOf(data) === undefined ? undefined : [data];
}
