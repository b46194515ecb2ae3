import type { CoreProgram, CoreRule } from '../../core/core.ts';
import type { Field, FieldRole } from '../../model/types.ts';

/**
 * What a text may name that rules declare, as examples for the field that names it: exceptions that can be claimed,
 * rules that may be departed from, duties that wait for an approval, grounds. A text that names something else is no
 * error of the manifest, so these are no more than suggestions.
 */
export function namesFor(field: Field, { packs }: CoreProgram): readonly string[] {
  const rules = packs.flatMap((pack) => pack.rules);
  const nameOf = shortestNames(rules);
  const named = field.roles.flatMap((role) => {
    // A role that a vocabulary made up is an error elsewhere, and names nothing here.
    const names = namesByRole[role as FieldRole];
    return names === undefined ? [] : rules.flatMap((rule) => names(rule, nameOf(rule)));
  });
  return [...new Set(named)];
}

type NamesOfRule = (rule: CoreRule, name: string) => readonly string[];

const namesByRole: Readonly<Partial<Record<FieldRole, NamesOfRule>>> = {
  'claimed-exception': ({ exceptions }, name) =>
    exceptions.filter(({ claimed }) => claimed).map((exception) => `${name}/${exception.name}`),
  'explained-rule': ({ level, obligations }, name) =>
    [level, ...obligations.map((obligation) => obligation.level)].includes('comply-or-explain') ? [name] : [],
  'approved-for': ({ obligations }, name) =>
    obligations.filter(({ onFailure }) => onFailure === 'unproven').map(({ id }) => `${name}/${id}`),
  ground: ({ exceptions }) => exceptions.flatMap(({ grounds }) => grounds.map((ground) => ground.name)),
};

/** A rule by its name, or with its pack where rules of two packs have one name. */
function shortestNames(rules: readonly CoreRule[]): (rule: CoreRule) => string {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { name } of rules) (seen.has(name) ? shared : seen).add(name);
  return ({ id, name }) => (shared.has(name) ? id : name);
}
