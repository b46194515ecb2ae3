import { type Diagnostic, type DiagnosticKind, diagnostic, type Localized } from '../diagnostic/diagnostic.ts';
import { didYouMean, nearestNames } from '../diagnostic/nearest.ts';
import type { Name } from '../syntax/ast.ts';

/** Takes the diagnostics that a pass finds, in the order in which it finds them. */
export type Report = (found: Diagnostic) => void;

/** True for a hole that recovery left: nothing is said about it a second time. */
export function isHole(name: Name): boolean {
  return name.text === '';
}

/** Reports a name that is not among the known ones, with the nearest of them; silent about a hole. */
export function reportUnknown(
  report: Report,
  kind: DiagnosticKind,
  name: Name,
  message: Localized,
  candidates: Iterable<string>,
  otherwise?: Localized,
): void {
  if (isHole(name)) return;
  const names = nearestNames(name.text, candidates);
  report(
    diagnostic(kind, name.span, message, {
      help: didYouMean(names) ?? otherwise,
      fixes: names.map((nearest) => ({
        title: { en: `Change to ${nearest}`, nl: `Wijzig in ${nearest}` },
        edits: [{ span: name.span, text: nearest }],
      })),
    }),
  );
}

/** A map of declarations by name that reports the second of a name, and keeps the first. */
export function declareOnce<T extends { readonly name: Name }>(
  declarations: readonly T[],
  kind: DiagnosticKind,
  what: Localized,
  report: Report,
): ReadonlyMap<string, T> {
  const declared = new Map<string, T>();
  for (const declaration of declarations) {
    const { name } = declaration;
    if (isHole(name)) continue;
    const first = declared.get(name.text);
    if (first === undefined) {
      declared.set(name.text, declaration);
      continue;
    }
    report(
      diagnostic(
        kind,
        name.span,
        {
          en: `The ${what.en} \`${name.text}\` is declared twice`,
          nl: `${what.nl} \`${name.text}\` is twee keer verklaard`,
        },
        {
          help: { en: 'Give one of them another name.', nl: 'Geef een van beide een andere naam.' },
          related: [
            { span: first.name.span, message: { en: 'declared here first', nl: 'hier voor het eerst verklaard' } },
          ],
        },
      ),
    );
  }
  return declared;
}
