import type { Words } from './words.ts';

/** Something that a generated expression may name. */
export interface Path {
  readonly text: string;
  /** The plain type, the choices or the record that it is, or is a list of. */
  readonly type: string;
  readonly list: boolean;
  /** True for what stands in a manifest, so that one may ask whether it is recorded. */
  readonly recordable: boolean;
}

/** The names that an expression may start with: `thing` is the manifest itself. */
export interface Variable {
  readonly name: string;
  readonly type: string;
}

/** Every path from the manifest and from the variables, through records and lists, up to three steps deep. */
export function pathsFrom(words: Words, variables: readonly Variable[]): readonly Path[] {
  const fromManifest = fieldsOf('thing', '', false, words, 3);
  const fromVariables = variables.flatMap(({ name, type }) => [
    { text: name, type, list: false, recordable: true },
    ...fieldsOf(type, `${name}.`, false, words, 3),
  ]);
  // What a variable has is what a rule is about, so it is named as often as all of the manifest.
  return [...fromManifest, ...fromVariables, ...fromVariables];
}

const listsOfStatements = ['claims', 'explanations', 'approvals'];

function fieldsOf(type: string, prefix: string, throughList: boolean, words: Words, depth: number): readonly Path[] {
  const record = words.records.get(type);
  if (record === undefined || depth === 0) return [];
  return record.fields.flatMap((field) => {
    if (listsOfStatements.includes(field.name)) return [];
    const list = throughList || field.list;
    const path = { text: `${prefix}${field.name}`, type: field.type, list, recordable: true };
    return [path, ...fieldsOf(field.type, `${path.text}.`, list, words, depth - 1)];
  });
}

/** The paths of a type. */
export function ofType(paths: readonly Path[], type: string, list: boolean): readonly Path[] {
  return paths.filter((path) => path.type === type && path.list === list);
}
