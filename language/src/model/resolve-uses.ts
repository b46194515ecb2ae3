import { diagnostic } from '../diagnostic/diagnostic.ts';
import { cyclicUse, unknownUse, wrongMajor } from '../diagnostic/model-errors.ts';
import type { Span } from '../source/source.ts';
import type { PackFile, QualifiedName, VocabularyFile } from '../syntax/ast.ts';
import type { FileGroup } from './group-files.ts';
import { isHole, type Report, reportUnknown } from './report.ts';

/** A `use` or an `extends`, as both are written. */
export interface Reference {
  readonly name: QualifiedName;
  readonly major: number | undefined;
  readonly span: Span;
}

type Group = FileGroup<PackFile> | FileGroup<VocabularyFile>;

/** The group that a reference names, or undefined after saying what is wrong with it. */
export function findUsed<T extends Group>(
  reference: Reference,
  groups: ReadonlyMap<string, T>,
  candidates: Iterable<string>,
  report: Report,
): T | undefined {
  const { name } = reference;
  if (isHole(name)) return undefined;
  const group = groups.get(name.text);
  if (group === undefined) {
    const message = {
      en: `There is no pack or vocabulary \`${name.text}\` here`,
      nl: `Er is hier geen pakket of woordenlijst \`${name.text}\``,
    };
    reportUnknown(report, unknownUse, name, message, candidates, {
      en: 'Give its files with --policy, or install it.',
      nl: 'Geef de bestanden ervan mee met --policy, of installeer het.',
    });
    return undefined;
  }
  if (reference.major !== undefined && reference.major !== group.major) {
    const message = {
      en: `\`${name.text}\` is here in version ${group.version}, and ${reference.major} is asked for`,
      nl: `\`${name.text}\` is hier in versie ${group.version}, en gevraagd wordt ${reference.major}`,
    };
    const help = {
      en: `Give the files of version ${reference.major}, or change the number to ${group.major} after reading what changed.`,
      nl: `Geef de bestanden van versie ${reference.major} mee, of wijzig het getal in ${group.major} nadat u gelezen hebt wat er veranderd is.`,
    };
    report(diagnostic(wrongMajor, reference.span, message, { help }));
    return undefined;
  }
  return group;
}

/**
 * Puts groups in an order in which each comes after what it refers to. A circle is reported once, at the reference
 * that closes it, and that reference is left out.
 */
export function inOrder<T extends { readonly name: string }>(
  groups: readonly T[],
  references: (group: T) => readonly { readonly to: T; readonly span: Span }[],
  report: Report,
): { readonly ordered: readonly T[]; readonly cut: ReadonlySet<Span> } {
  const ordered: T[] = [];
  const state = new Map<T, 'open' | 'done'>();
  const cut = new Set<Span>();
  const path: string[] = [];
  const visit = (group: T): void => {
    state.set(group, 'open');
    path.push(group.name);
    for (const { to, span } of references(group)) {
      const seen = state.get(to);
      if (seen === undefined) visit(to);
      if (seen !== 'open') continue;
      cut.add(span);
      const circle = [...path.slice(path.indexOf(to.name)), to.name].join(' → ');
      const message = { en: `This closes a circle: ${circle}`, nl: `Dit sluit een kring: ${circle}` };
      const help = {
        en: 'Move what both need into a third, and let both use that.',
        nl: 'Breng wat beide nodig hebben onder in een derde, en laat beide dat gebruiken.',
      };
      report(diagnostic(cyclicUse, span, message, { help }));
    }
    path.pop();
    state.set(group, 'done');
    ordered.push(group);
  };
  for (const group of groups) if (!state.has(group)) visit(group);
  return { ordered, cut };
}
