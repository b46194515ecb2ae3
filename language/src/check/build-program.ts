import type { CoreProgram } from '../core/core.ts';
import { lowerModel } from '../core/lower-model.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { levelNotChosen, noLevel, noObligation } from '../diagnostic/rule-errors.ts';
import { buildModel } from '../model/build-model.ts';
import type { Model } from '../model/model.ts';
import type { Report } from '../model/report.ts';
import type { SyntaxFile } from '../syntax/ast.ts';
import { checkLiteralNumbers } from './literal-number.ts';

/** Policies that have been read, put together and checked. */
export interface CheckedProgram {
  readonly program: CoreProgram;
  /** What the files declare, before lowering. */
  readonly model: Model;
  /** In the order of files and offsets; with an error among them the program must not judge anything. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Puts parsed policy files together, checks them and lowers them to the core. Takes the files of all packs and
 * vocabularies that are used; a missing one is a diagnostic. Never throws.
 */
export function buildProgram(
  files: readonly { readonly file: SyntaxFile; readonly diagnostics: readonly Diagnostic[] }[],
): CheckedProgram {
  const found: Diagnostic[] = files.flatMap((file) => file.diagnostics);
  const report: Report = (diagnostic) => found.push(diagnostic);
  const { model, diagnostics } = buildModel(files.map((file) => file.file));
  for (const diagnostic of diagnostics) report(diagnostic);
  const program = lowerModel(model, report);
  checkLiteralNumbers(model, report);
  return { program, model, diagnostics: inOrder(withoutRepeats(withoutEchoes(found, files))) };
}

/** What a rule may miss only because something in it could not be read. */
const absences: ReadonlySet<string> = new Set([noLevel.code, levelNotChosen.code, noObligation.code]);

/** One mistake, one message: where the writing of a rule is at fault, nothing is said of what it misses. */
function withoutEchoes(
  diagnostics: readonly Diagnostic[],
  files: readonly { readonly file: SyntaxFile; readonly diagnostics: readonly Diagnostic[] }[],
): readonly Diagnostic[] {
  const damage = new Map(files.map(({ file, diagnostics: own }) => [file.span.source, damageIn(file, own)]));
  return diagnostics.filter(({ code, span }) => !absences.has(code) || damage.get(span.source)?.(span.start) !== true);
}

/** Whether a place in a file is in a rule of which the writing is at fault. Rules and mistakes may be many: both are searched. */
function damageIn(file: SyntaxFile, mistakes: readonly Diagnostic[]): (offset: number) => boolean {
  const rules = file.kind === 'pack' ? file.items.filter((item) => item.kind === 'rule').map(({ span }) => span) : [];
  const ruleStarts = rules.map(({ start }) => start);
  const mistakeStarts = mistakes.map(({ span }) => span.start).sort((a, b) => a - b);
  return (offset) => {
    const rule = rules[numberUpTo(ruleStarts, offset) - 1];
    if (rule === undefined || offset > rule.end) return false;
    return numberUpTo(mistakeStarts, rule.end) > numberUpTo(mistakeStarts, rule.start - 1);
  };
}

/** How many of some numbers in order are at most a number. */
function numberUpTo(sorted: readonly number[], most: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Number.POSITIVE_INFINITY) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One mistake, one message: a definition that two rules use is looked at once, but a name may be met twice. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, span, message }) => {
    const key = `${span.source.name}\u0000${span.start}\u0000${span.end}\u0000${code}\u0000${message.en}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compareText(a.span.source.name, b.span.source.name) || a.span.start - b.span.start || compareText(a.code, b.code),
  );
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
