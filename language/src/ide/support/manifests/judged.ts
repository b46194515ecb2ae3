import { judge } from '../../../evaluate/judge.ts';
import type { Judgement } from '../../../evaluate/result.ts';
import type { RawDocument } from '../../../manifest/document.ts';
import { typeManifest } from '../../../manifest/type-manifest.ts';
import type { TypedManifest } from '../../../manifest/typed-manifest.ts';
import { derivation } from '../derive.ts';
import type { RootProgram } from '../program.ts';
import type { Snapshot } from '../snapshot.ts';
import { rawManifestsOf, vocabularyOf } from './manifest-files.ts';
import { compiledOf, hasErrors, policiesFor } from './policies-for.ts';

/** A document of a file of manifests, as each program that speaks of its vocabulary sees it. */
export interface JudgedDocument {
  readonly document: RawDocument;
  /** Empty where there are no policies at all. */
  readonly judgings: readonly Judging[];
}

/** What one program makes of a document. */
export interface Judging {
  readonly program: RootProgram;
  readonly typed: TypedManifest;
  /** Undefined where nothing could be judged: the policies have errors, or the document says nothing that could be read. */
  readonly judgement: Judgement | undefined;
}

const judgedFiles = derivation<readonly JudgedDocument[]>();

/**
 * The documents of a file of manifests, judged again only where the file, the policies or the day are others: a change of
 * one manifest judges that one alone. Empty for a file that is none.
 */
export function judgedOf(snapshot: Snapshot, path: string): readonly JudgedDocument[] {
  const raw = rawManifestsOf(snapshot, path);
  if (raw === undefined) return [];
  const documents = raw.documents.map((document) => ({
    document,
    programs: policiesFor(snapshot, path, vocabularyOf(document)),
  }));
  const inputs = [raw, snapshot.asOf, ...documents.flatMap(({ programs }) => ['of', ...programs])];
  return judgedFiles(snapshot.memory, path, inputs, () =>
    documents.map(({ document, programs }) => ({
      document,
      judgings: programs.map((program) => judging(snapshot, document, program)),
    })),
  );
}

function judging(snapshot: Snapshot, document: RawDocument, program: RootProgram): Judging {
  const typed = typedBy(document, program);
  if (typed.record === undefined || hasErrors(program)) return { program, typed, judgement: undefined };
  return { program, typed, judgement: judge(compiledOf(snapshot, program), typed, snapshot.asOf) };
}

/** A document as a program reads it. What is claimed for it in a file beside it is joined to it here, and nowhere else. */
export function typedBy(document: RawDocument, { checked }: RootProgram): TypedManifest {
  return typeManifest(document, checked.program);
}
