import { sourceText } from '@waarborg/language';
import { readPolicy } from '../../language/src/syntax/parse.ts';
import { parseSource } from '../../language/src/syntax/parse-source.ts';
import { readTests } from '../../language/src/syntax/parse-tests.ts';

/** What depends on where something stands, or on the spelling that says it. */
const outward: ReadonlySet<string> = new Set(['span', 'source', 'start', 'end', 'keyStart', 'keyEnd', 'spelling']);

/** What a text says, as data: its typed tree without places and spelling; nothing where it has errors. */
export function essenceOf(text: string): unknown {
  const { concrete, diagnostics } = parseSource(sourceText('x.waarborg', text));
  if (concrete === undefined || diagnostics.length > 0) return undefined;
  const { kind } = concrete;
  const { file } = kind === 'tests' ? readTests(concrete) : readPolicy(concrete, kind);
  // The language of a file says something only of texts that do not say theirs, which have it.
  return JSON.parse(
    JSON.stringify({ ...file, language: undefined }, (key, value: unknown) =>
      outward.has(key) ? undefined : typeof value === 'bigint' ? String(value) : value,
    ),
  );
}

/** The comments of a text, in order, without the blanks at their ends. */
export function commentsOf(text: string): readonly string[] {
  const { concrete } = parseSource(sourceText('x.waarborg', text));
  return concrete?.comments.map(({ image }) => image.trimEnd()) ?? [];
}
