import type { CheckedProgram } from '../../../check/build-program.ts';
import type { CoreRule } from '../../../core/core.ts';
import type { Span } from '../../../source/source.ts';

/** A rule of a program, and where its name is declared. */
export interface DeclaredRule {
  readonly core: CoreRule;
  readonly name: Span;
}

const rulesOfPrograms = new WeakMap<CheckedProgram, ReadonlyMap<string, DeclaredRule>>();

/** The rules of a program by their `pack/rule`. */
export function rulesOf(checked: CheckedProgram): ReadonlyMap<string, DeclaredRule> {
  const known = rulesOfPrograms.get(checked);
  if (known !== undefined) return known;
  const rules = new Map<string, DeclaredRule>();
  const declared = new Map(checked.model.packs.map((pack) => [pack.name, pack.rules]));
  for (const core of checked.program.packs.flatMap((pack) => pack.rules)) {
    rules.set(core.id, { core, name: declared.get(core.pack)?.get(core.name)?.name.span ?? core.span });
  }
  rulesOfPrograms.set(checked, rules);
  return rules;
}
