import type { Diagnostic, Localized } from '../diagnostic/diagnostic.ts';
import { judge } from '../evaluate/judge.ts';
import { lookAt } from '../evaluate/look.ts';
import { labelOf } from '../evaluate/place.ts';
import type { Finding, Result } from '../evaluate/result.ts';
import { readDocuments } from '../manifest/read-document.ts';
import type { Span } from '../source/source.ts';
import { gatherSites } from '../turn/gather-sites.ts';
import type { Site } from '../turn/site.ts';
import { applyEdits, type TextEdit } from '../turn/text-edits.ts';
import { findingsOf } from './support/manifests/findings.ts';
import { type Judging, judgedOf, typedBy } from './support/manifests/judged.ts';
import { compiledOf } from './support/manifests/policies-for.ts';
import { rulesOf } from './support/manifests/rule-names.ts';
import { templatesFor } from './support/manifests/templates.ts';
import { valueChoices } from './support/manifests/value-choices.ts';
import { editsToPut, type Put, scalar, toFillIn } from './support/manifests/write-change.ts';
import type { Snapshot } from './support/snapshot.ts';

/** A change of a manifest that somebody may want to make at a place. */
export interface ManifestAction {
  /** `mend` repairs what is written wrongly; `record` and `state` leave it to a person to say what is so. */
  readonly kind: 'mend' | 'record' | 'state';
  readonly title: Localized;
  readonly edits: readonly TextEdit[];
  /** The code and the place of the diagnostic that it is about. */
  readonly about: { readonly code: string; readonly span: Span };
}

/**
 * For so many findings at one place something is offered: nobody chooses from more. What is offered is proved by reading and
 * judging the changed text, so that of a long one there is time for less.
 */
function mostFindings({ text }: Span['source']): number {
  return text.length > 200_000 ? 1 : 12;
}

/** So many fields are offered for one finding. */
const mostFields = 8;

/** So many values of one field are offered, and only where the field is the only one that is missing. */
const mostValues = 6;

/**
 * What can be done about what is found between two offsets of a manifest: mend a value or a key that is written wrongly,
 * add a field that is missing, explain, or claim an exception. A field that is added is empty, a statement is one to be
 * filled in, and nothing is offered that would turn a finding before a person has said anything.
 */
export function manifestActionsOf(
  snapshot: Snapshot,
  path: string,
  start: number,
  end: number,
): readonly ManifestAction[] {
  const isJson = snapshot.files.get(path)?.syntax === 'json';
  const found = judgedOf(snapshot, path).flatMap(({ judgings }) =>
    judgings.flatMap((judging) => [
      ...judging.typed.diagnostics
        .filter(({ span }) => touches(span, start, end))
        .flatMap((each) => mends(each, isJson)),
      ...findingActions(snapshot, judging, { start, end, isJson }),
    ]),
  );
  const seen = new Set<string>();
  return found.filter(({ title, edits }) => {
    const key = JSON.stringify([title.en, edits]);
    return !seen.has(key) && seen.add(key);
  });
}

function touches(span: Span, start: number, end: number): boolean {
  return span.start <= end && start <= span.end;
}

/** The repairs that a mistake itself knows, in the quotation marks of what they replace. */
function mends({ fixes, code, span }: Diagnostic, isJson: boolean): readonly ManifestAction[] {
  return fixes.map(({ title, edits }) => ({
    kind: 'mend',
    title,
    about: { code, span },
    edits: edits.map((edit) => {
      const { source, start, end } = edit.span;
      const isQuoted = isJson || /^["']/.test(source.text.slice(start, end));
      return { start, end, text: isQuoted ? JSON.stringify(edit.text) : edit.text };
    }),
  }));
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly isJson: boolean;
}

function findingActions(
  snapshot: Snapshot,
  judging: Judging,
  { start, end, isJson }: Range,
): readonly ManifestAction[] {
  const open = findingsOf(judging).shown.filter(({ finding }) => finding.outcome !== 'excepted');
  const here = open
    .filter(({ span }) => touches(span, start, end))
    .slice(0, mostFindings(judging.typed.document.source));
  // What is missing is looked for once for all duties of a rule that fall short.
  const results = new Set<Result>();
  return here.flatMap(({ result, finding, span }) => {
    const isFirst = !results.has(result);
    results.add(result);
    const about = { code: result.rule, span };
    const offers = [
      ...(isFirst ? recordings(snapshot, judging, result, isJson) : []),
      ...statements(snapshot, judging, { result, finding }, isJson),
    ];
    return offers.map((each) => ({ ...each, about }));
  });
}

type Offer = Omit<ManifestAction, 'about'>;

/** The fields on which the outcome rests and of which nothing is recorded: empty, or with a value that the vocabulary lists. */
function recordings(snapshot: Snapshot, judging: Judging, result: Result, isJson: boolean): readonly Offer[] {
  const { program, typed } = judging;
  const core = program.checked.program;
  const gathered = gatherSites(core.purposes);
  const { rule, subject } = result;
  lookAt(compiledOf(snapshot, program), typed, snapshot.asOf, { rule, subject }, gathered.look);
  const missing = gathered.all().filter(({ place }) => place.missing && place.step?.kind === 'field');
  return missing.slice(0, mostFields).flatMap((site) => {
    const label = labelOf(site.place);
    const empty = offer(judging, { kind: 'set', path: site.path, value: toFillIn }, isJson, 'record', {
      en: `Add the field ${label}`,
      nl: `Voeg het veld ${label} toe`,
    });
    const honest = empty.filter(({ edits }) => staysOpen(snapshot, judging, edits, isJson));
    return [...honest, ...(missing.length === 1 ? listedValues(judging, site, label, isJson) : [])];
  });
}

function listedValues(judging: Judging, { path, type }: Site, label: string, isJson: boolean): readonly Offer[] {
  if (type.kind !== 'choice' && type.kind !== 'yes-no') return [];
  const values = valueChoices(type, undefined, judging.program.checked.program);
  if (values.length > mostValues) return [];
  return values.flatMap(({ name, words }) => {
    const written = isJson && type.kind === 'yes-no' ? (name === 'yes' ? 'true' : 'false') : name;
    return offer(judging, { kind: 'set', path, value: scalar(written) }, isJson, 'record', {
      en: `Record ${label}: ${name}${words === undefined ? '' : ` (${words.en})`}`,
      nl: `Leg ${label} vast: ${name}${words === undefined ? '' : ` (${words.nl})`}`,
    });
  });
}

function statements(
  snapshot: Snapshot,
  judging: Judging,
  about: { readonly result: Result; readonly finding: Finding },
  isJson: boolean,
): readonly Offer[] {
  const { program, typed } = judging;
  const rule = rulesOf(program.checked).get(about.result.rule)?.core;
  if (rule === undefined || typed.record === undefined) return [];
  return templatesFor(about, rule, typed.record, program.checked.program)
    .flatMap(({ put, title }) => offer(judging, put, isJson, 'state', title))
    .filter(({ edits }) => staysOpen(snapshot, judging, edits, isJson));
}

function offer(
  { typed: { document } }: Judging,
  put: Put,
  isJson: boolean,
  kind: ManifestAction['kind'],
  title: Localized,
): readonly Offer[] {
  const edits = editsToPut(document, put, isJson);
  return edits === undefined ? [] : [{ kind, title, edits }];
}

/**
 * Whether all that is open in a manifest is still open once some edits are made: what is to be filled in relieves of nothing,
 * explains nothing and records nothing before it is. (A group that comes to be there may say of another field in it that
 * there is none.) A broken duty may come to be one that is not shown, as the language has it of a claim that cannot be tested.
 */
function staysOpen(
  snapshot: Snapshot,
  { program, typed: { document }, judgement }: Judging,
  edits: readonly TextEdit[],
  isJson: boolean,
): boolean {
  const source = { ...document.source, text: applyEdits(document.source.text, edits) };
  const read = readDocuments(source, isJson ? 'json' : 'yaml').documents[document.index];
  if (read === undefined || judgement === undefined) return false;
  const { results } = judge(compiledOf(snapshot, program), typedBy(read, program), snapshot.asOf);
  const after = new Set(results.flatMap(openNames));
  return judgement.results.flatMap(openNames).every((name) => after.has(name));
}

/** The duties of a result that are open, and whether they are explained. */
function openNames({ rule, subject, findings, explanation }: Result): readonly string[] {
  return findings
    .filter(({ outcome, obligation }) => outcome !== 'excepted' && !obligation.startsWith('claim:'))
    .map(({ obligation }) => JSON.stringify([rule, subject, obligation, explanation !== undefined]));
}
