import type { Pack } from '../../../model/model.ts';
import type { RuleDeclaration, SyntaxFile } from '../../../syntax/ast.ts';
import { policyOf, testsOf } from '../parsed.ts';
import { programOf } from '../program.ts';
import type { Snapshot } from '../snapshot.ts';
import { type AskedPath, askedPath } from './asked-path.ts';
import type { Cursor } from './cursor.ts';
import type { NameContext } from './name-candidates.ts';
import type { Slot } from './slot.ts';

const pathSlots: ReadonlySet<Slot> = new Set(['root', 'list-root', 'step']);

/** What is asked of a path at a cursor; undefined where no path can stand. */
export function askedAt(
  slots: ReadonlySet<Slot>,
  cursor: Cursor,
  { pack, program }: NameContext,
): AskedPath | undefined {
  if (pack === undefined || ![...slots].some((slot) => pathSlots.has(slot))) return undefined;
  const files = [...program.own, ...program.used].map(({ file }) => file);
  return askedPath(cursor, pack, { model: program.checked.model, files });
}

/** What names can be looked for in, of the file that a cursor is in. */
export function contextOf(snapshot: Snapshot, path: string, cursor: Cursor): NameContext {
  const program = programOf(snapshot, path);
  const policy = policyOf(snapshot, path)?.file;
  const tested = testsOf(snapshot, path)?.file?.pack.text;
  const name = policy?.kind === 'pack' ? policy.name.text : tested;
  const pack = program.checked.model.packs.find((each) => each.name === name);
  return {
    cursor,
    program,
    files: () => policyFilesOf(snapshot),
    pack,
    rule: ruleAt(pack, cursor),
    vocabulary: vocabularyOf(snapshot, path),
    tests: testsOf(snapshot, path)?.file,
  };
}

function vocabularyOf(snapshot: Snapshot, path: string): NameContext['vocabulary'] {
  const file = policyOf(snapshot, path)?.file;
  if (file?.kind !== 'vocabulary') return undefined;
  return programOf(snapshot, path).checked.model.vocabularies.find(({ name }) => name === file.name.text);
}

function ruleAt(pack: Pack | undefined, { source, start }: Cursor): RuleDeclaration | undefined {
  const rules = [...(pack?.rules.values() ?? [])].filter(({ span }) => span.source === source && span.start <= start);
  return rules.toSorted((a, b) => b.span.start - a.span.start)[0];
}

function policyFilesOf(snapshot: Snapshot): readonly SyntaxFile[] {
  const policies = [...snapshot.files.values()].filter(({ syntax }) => syntax === 'waarborg');
  return policies.flatMap(({ path }) => policyOf(snapshot, path)?.file ?? []);
}
