import {
  type Diagnostic,
  diagnostic,
  documentDiagnostic,
  isFatal,
  readDocuments,
  type SourceText,
  spanOf,
} from '@waarborg/language';
import { settingsClash, severalProjectDocuments } from './project-errors.ts';
import { projectShape } from './project-shape.ts';
import type { Reading } from './setting-faults.ts';
import type { Located, Shape } from './shape.ts';

type Read<Any> = Any extends Shape<infer Value> ? Value : never;

/** What a project file says; what it leaves out or has wrong is undefined. */
export type ProjectSettings = Read<typeof projectShape>;

/** A project file that was read, and everything that is wrong with it. */
export interface ReadProject {
  readonly settings: ProjectSettings;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the text of a project file. A mistake gives one message, and what is right is read all the same. */
export function readProject(source: SourceText): ReadProject {
  const [document, second] = readDocuments(source, 'yaml').documents;
  const faults = document?.problems.filter(({ kind }) => kind !== 'empty') ?? [];
  const diagnostics = faults.map((fault) => documentDiagnostic(fault, source));
  const reading: Reading = { source, diagnostics };
  // What is left of a text that cannot be read would be found wrong for that alone.
  const root = faults.some(isFatal) ? undefined : document?.root;
  const settings = root === undefined ? undefined : projectShape.read(root, reading);
  if (settings !== undefined) diagnostics.push(...clashes(settings));
  if (second !== undefined) {
    const start = second.root?.start ?? second.problems[0]?.start ?? source.text.length;
    const message = { en: 'A second document begins here', nl: 'Hier begint een tweede document' };
    const help = { en: 'Take the line `---` away.', nl: 'Haal de regel `---` weg.' };
    diagnostics.push(diagnostic(severalProjectDocuments, spanOf(source, start, start), message, { help }));
  }
  return { settings: settings ?? {}, diagnostics: diagnostics.sort((a, b) => a.span.start - b.span.start) };
}

function clashes({ formats, overrides }: ProjectSettings): readonly Diagnostic[] {
  const reports = formats?.value ?? [];
  const folders = overrides?.value.flatMap(({ value: { folder } }) => folder ?? []) ?? [];
  return [
    ...repeated(reports, ({ file }) => (file === undefined ? '' : plainPath(file)), {
      en: 'Another report goes to the same place',
      nl: 'Er gaat nog een rapport naar dezelfde plaats',
    }),
    ...repeated(folders, plainPath, {
      en: 'Another override is about the same folder',
      nl: 'Er is nog een afwijking voor dezelfde map',
    }),
  ];
}

/** A clash for each value that has the key of an earlier one. */
function repeated<Value>(
  values: readonly Located<Value>[],
  keyOf: (value: Value) => string,
  message: { readonly en: string; readonly nl: string },
): readonly Diagnostic[] {
  const seen = new Map<string, Located<Value>>();
  return values.flatMap((each) => {
    const key = keyOf(each.value);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, each);
    const related =
      first === undefined
        ? []
        : [{ span: first.span, message: { en: 'the first stands here', nl: 'de eerste staat hier' } }];
    return first === undefined ? [] : [diagnostic(settingsClash, each.span, message, { related })];
  });
}

/** A relative path without what makes no difference: `./`, doubled slashes, a slash at its end. */
function plainPath(written: string): string {
  const parts = written
    .replaceAll('\\', '/')
    .split('/')
    .filter((part, index) => part !== '.' && (part !== '' || index === 0));
  return parts.join('/');
}
