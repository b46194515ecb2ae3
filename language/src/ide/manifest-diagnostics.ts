import type { Diagnostic, Localized, RelatedPlace, Severity } from '../diagnostic/diagnostic.ts';
import type { Finding, FindingDetails, Notice, Reason, Result } from '../evaluate/result.ts';
import type { RawDocument } from '../manifest/document.ts';
import type { Span } from '../source/source.ts';
import { derivation } from './support/derive.ts';
import { findingsOf, type PlacedFinding } from './support/manifests/findings.ts';
import { firstLineOf, headOf } from './support/manifests/head-of.ts';
import { type JudgedDocument, type Judging, judgedOf } from './support/manifests/judged.ts';
import { levelWords } from './support/manifests/outcome-words.ts';
import { rulesOf } from './support/manifests/rule-names.ts';
import type { Snapshot } from './support/snapshot.ts';

/** What there is to say of a place in a manifest. */
export interface ManifestDiagnostic extends Diagnostic {
  /** The page about the code, from the folder of the reference; undefined where it has none. */
  readonly page: string | undefined;
  /** The declaration of the rule that the code is the id of; undefined where it is of no rule. */
  readonly rule: Span | undefined;
  /** The finding that it tells; undefined for all else. */
  readonly finding: FindingName | undefined;
}

/** Which finding of a file of manifests is meant. */
export interface FindingName {
  /** The number of the document, from 0. */
  readonly document: number;
  /** `pack/rule`. */
  readonly rule: string;
  /** JSON Pointer of what was judged. */
  readonly subject: string;
  readonly obligation: string;
  readonly outcome: Finding['outcome'];
  /** JSON Pointer of the value, or of what is around a missing one. */
  readonly pointer: string;
}

const diagnosticsOfManifests = derivation<readonly ManifestDiagnostic[]>();

/**
 * Everything to say of a file of manifests: what cannot be read, every duty that is broken, not shown or excepted, at the
 * value that decided, and what claims and explanations come to. In the order of places; the very same list as long as
 * nothing changes that it depends on. Empty for a file that is no manifest.
 */
export function manifestDiagnosticsOf(snapshot: Snapshot, path: string): readonly ManifestDiagnostic[] {
  const judged = judgedOf(snapshot, path);
  return diagnosticsOfManifests(snapshot.memory, path, [judged], () =>
    judged.flatMap((document) => onceInOrder(diagnosticsOfDocument(document))),
  );
}

function diagnosticsOfDocument({ document, judgings }: JudgedDocument): readonly ManifestDiagnostic[] {
  if (judgings.length === 0) return [notJudged(document, noPolicies, [])];
  return judgings.flatMap((judging) => diagnosticsOfJudging(document, judging));
}

function diagnosticsOfJudging(document: RawDocument, judging: Judging): readonly ManifestDiagnostic[] {
  const { program, typed, judgement } = judging;
  const errors = program.checked.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const related = errors.slice(0, 3).map(({ span, message }) => ({ span, message }));
    return [notJudged(document, brokenPolicies, related)];
  }
  const wrong = typed.diagnostics.map((each) => plain(each, `errors/${each.code}.md`));
  if (judgement === undefined) return wrong;
  const notices = judgement.notices.map((notice) => ofNotice(notice, document));
  return [...wrong, ...findingDiagnostics(judging), ...notices];
}

function plain(found: Diagnostic, page: string | undefined): ManifestDiagnostic {
  return { ...found, page, rule: undefined, finding: undefined };
}

const noPolicies: Localized = {
  en: 'This manifest is not judged: there are no policies',
  nl: 'Dit manifest wordt niet beoordeeld: er is geen beleid',
};
const brokenPolicies: Localized = {
  en: 'This manifest is not judged: the policies have errors',
  nl: 'Dit manifest wordt niet beoordeeld: het beleid bevat fouten',
};

/** Missing evidence is never a pass: a manifest that is not judged says so. */
function notJudged(document: RawDocument, message: Localized, related: readonly RelatedPlace[]): ManifestDiagnostic {
  const span = headOf(document);
  const found: Diagnostic = {
    code: 'manifest-not-judged',
    severity: 'warning',
    span,
    message,
    help: undefined,
    related,
    fixes: [],
  };
  return plain(found, undefined);
}

function ofNotice({ kind, message, location }: Notice, document: RawDocument): ManifestDiagnostic {
  const span = location === undefined ? headOf(document) : firstLineOf(location.span);
  return plain({ code: kind, severity: 'notice', span, message, help: undefined, related: [], fixes: [] }, undefined);
}

function findingDiagnostics(judging: Judging): readonly ManifestDiagnostic[] {
  const { document } = judging.typed;
  const { shown, left } = findingsOf(judging);
  const told = shown.map((each) => ofFinding(each, judging));
  return left === 0 ? told : [...told, leftOut(left, document)];
}

function leftOut(count: number, document: RawDocument): ManifestDiagnostic {
  const message = {
    en: `${count} more findings of this manifest are not shown here; waarborg check shows all`,
    nl: `Nog ${count} bevindingen over dit manifest worden hier niet getoond; waarborg check toont ze alle`,
  };
  const found: Diagnostic = {
    code: 'more-findings',
    severity: 'warning',
    span: headOf(document),
    message,
    help: undefined,
    related: [],
    fixes: [],
  };
  return plain(found, undefined);
}

function ofFinding({ result, finding, details, span }: PlacedFinding, judging: Judging): ManifestDiagnostic {
  const { program, typed } = judging;
  const { document } = typed;
  const { pointer } = details.location;
  const declared = rulesOf(program.checked).get(result.rule);
  const { obligation, outcome } = finding;
  return {
    code: result.rule,
    severity: severityOf(result, finding),
    span,
    message: details.message,
    help: helpFor(result, finding, details),
    related: [...(declared === undefined ? [] : [ruleAt(result, declared.name)]), ...decidedBy(details)],
    fixes: [],
    page: undefined,
    rule: declared?.name,
    finding: { document: document.index, rule: result.rule, subject: result.subject, obligation, outcome, pointer },
  };
}

/**
 * How heavy a finding is: a broken mandatory duty is an error, any other that is open a warning, whether it is broken or not
 * shown; what is only recommended, and what an exception or an explanation covers, stays visible as information.
 */
function severityOf({ explanation }: Result, { outcome, level, notExplainable }: Finding): Severity {
  if (outcome === 'excepted' || (explanation !== undefined && !notExplainable)) return 'notice';
  if (level === 'recommended') return 'notice';
  return outcome === 'fail' && level === 'mandatory' ? 'error' : 'warning';
}

function helpFor(result: Result, finding: Finding, details: FindingDetails): Localized {
  const level = levelWords[finding.level];
  const by = finding.levelChosenBy ?? (finding.level === result.level ? result.levelChosenBy : undefined);
  const lines: readonly (Localized | undefined)[] = [
    {
      en: `${result.title.en} (${level.en}${by === undefined ? '' : `, chosen by ${by.en}`})`,
      nl: `${result.title.nl} (${level.nl}${by === undefined ? '' : `, gekozen door ${by.nl}`})`,
    },
    ...(finding.outcome === 'excepted' ? result.exceptions.map(exceptedBy) : [coveredBy(result, finding, details)]),
  ];
  const said = lines.filter((line) => line !== undefined);
  return { en: said.map(({ en }) => en).join('\n'), nl: said.map(({ nl }) => nl).join('\n') };
}

/** That it is explained, else how it is mended, unless the message has said so. */
function coveredBy(
  { explanation }: Result,
  { notExplainable }: Finding,
  details: FindingDetails,
): Localized | undefined {
  if (explanation !== undefined && !notExplainable) {
    const { by, ends, reason } = explanation;
    return {
      en: `Explained by ${by} until ${ends}: ${reason}`,
      nl: `Uitgelegd door ${by} tot en met ${ends}: ${reason}`,
    };
  }
  const { repair, message } = details;
  return repair.en === message.en ? undefined : repair;
}

function exceptedBy({ name, approvedBy, expires }: Result['exceptions'][number]): Localized {
  return {
    en: `Excepted: ${name}${approvedBy === undefined ? '' : `, agreed by ${approvedBy}`}${expires === undefined ? '' : `, until ${expires}`}`,
    nl: `Uitgezonderd: ${name}${approvedBy === undefined ? '' : `, akkoord van ${approvedBy}`}${expires === undefined ? '' : `, tot en met ${expires}`}`,
  };
}

function ruleAt({ title }: Result, span: Span): RelatedPlace {
  return { span, message: { en: `The rule: ${title.en}`, nl: `De regel: ${title.nl}` } };
}

/** So many other values are shown with a finding. */
const mostRelated = 8;

/** The other values that decided, each once, with what was found there. */
function decidedBy({ because, location }: FindingDetails): readonly RelatedPlace[] {
  const found = new Map<string, RelatedPlace>();
  const visit = ({ location: at, found: words, text, because: parts }: Reason): void => {
    if (at !== undefined && at.pointer !== location.pointer && words !== undefined && found.size < mostRelated) {
      const message = { en: `${text.en}: ${words.en}`, nl: `${text.nl}: ${words.nl}` };
      if (!found.has(at.pointer)) found.set(at.pointer, { span: firstLineOf(at.span), message });
    }
    for (const part of parts) visit(part);
  };
  for (const reason of because) visit(reason);
  return [...found.values()];
}

/** What several programs say alike of one place is said once. */
function onceInOrder(found: readonly ManifestDiagnostic[]): readonly ManifestDiagnostic[] {
  const seen = new Set<string>();
  return found
    .filter(({ span, code, finding, message }) => {
      const key = JSON.stringify([span.start, span.end, code, finding, message.en]);
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
