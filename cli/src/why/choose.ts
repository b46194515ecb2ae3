import {
  type CoreProgram,
  nearestNames,
  type Outcome,
  type RawDocument,
  type SubjectDecision,
  typeManifest,
} from '@waarborg/language';
import { type Problem, problem, wrongArguments } from '../command-errors.ts';

type ChosenDocument =
  | { readonly kind: 'document'; readonly document: RawDocument }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** The document that is asked for by its number, from 0, or by the id of its manifest; without a choice there is only one. */
export function chooseDocument(
  asked: string | undefined,
  documents: readonly RawDocument[],
  program: CoreProgram,
): ChosenDocument {
  const [first, second] = documents;
  if (asked === undefined && first !== undefined && second === undefined) return { kind: 'document', document: first };
  const ids = documents.map((document) => typeManifest(document, program).id ?? '');
  const byId = ids.indexOf(asked ?? '');
  const index = byId !== -1 ? byId : /^\d{1,6}$/.test(asked ?? '') ? Number(asked) : -1;
  const document = asked === undefined ? undefined : documents[index];
  if (document !== undefined) return { kind: 'document', document };
  const message =
    asked === undefined
      ? { en: `This file holds ${documents.length} manifests`, nl: `Dit bestand bevat ${documents.length} manifesten` }
      : { en: `There is no manifest \`${asked}\` in this file`, nl: `Er is geen manifest \`${asked}\` in dit bestand` };
  const known = ids.filter((id) => id !== '').slice(0, 12);
  const help = {
    en: `Choose one with --document: ${known.join(', ')}, or its number from 0.`,
    nl: `Kies er een met --document: ${known.join(', ')}, of het nummer vanaf 0.`,
  };
  return { kind: 'problem', problem: problem(wrongArguments, message, documents[0]?.source.name, help) };
}

type ChosenSubjects =
  | { readonly kind: 'subjects'; readonly subjects: readonly SubjectDecision[] }
  | { readonly kind: 'problem'; readonly problem: Problem };

const order: Readonly<Record<Outcome, number>> = { fail: 0, unproven: 1, excepted: 2, pass: 3, 'not-applicable': 4 };

/** The subject that is asked for, by its key, name or pointer; else all, what is not met first. */
export function chooseSubjects(asked: string | undefined, subjects: readonly SubjectDecision[]): ChosenSubjects {
  if (asked === undefined) {
    const inOrder = subjects.toSorted((a, b) => order[a.result.outcome] - order[b.result.outcome]);
    return { kind: 'subjects', subjects: inOrder };
  }
  const found = subjects.filter(
    ({ result, label }) => result.subjectKey === asked || label === asked || result.subject === asked,
  );
  if (found.length > 0) return { kind: 'subjects', subjects: found };
  const keys = subjects.flatMap(({ result }) => result.subjectKey ?? []);
  const near = nearestNames(asked, keys);
  const named = (near.length > 0 ? near : keys.slice(0, 12)).map((key) => `\`${key}\``);
  const help =
    named.length === 0
      ? { en: 'The rule judges the manifest as a whole.', nl: 'De regel beoordeelt het manifest als geheel.' }
      : near.length > 0
        ? { en: `Did you mean ${named.join(' or ')}?`, nl: `Bedoelde u ${named.join(' of ')}?` }
        : { en: `It judges: ${named.join(', ')}.`, nl: `Zij beoordeelt: ${named.join(', ')}.` };
  const message = {
    en: `The rule judges nothing that is called \`${asked}\``,
    nl: `De regel beoordeelt niets dat \`${asked}\` heet`,
  };
  return { kind: 'problem', problem: problem(wrongArguments, message, undefined, help) };
}
