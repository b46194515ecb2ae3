import type { CoreProgram, CoreRule } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import { namesOfRule } from '../evaluate/names.ts';
import { type Model, packsInReach } from '../model/model.ts';
import type { Span } from '../source/source.ts';
import type { TestsFile } from '../syntax/tests-ast.ts';
import { type UsedByRule, usedBy } from './describe-used.ts';

/** What else a change of a rule, or of what it rests on, would touch. */
export interface AffectedByRule {
  /** What it rests on and other rules rest on too: only parts that are shared. */
  readonly shared: readonly SharedPart[];
  /** The packs that use the pack of the rule, directly or through others. */
  readonly packs: readonly string[];
  /** The tests that expect something of it, once each, in the order given. */
  readonly tests: readonly { readonly name: string; readonly span: Span }[];
}

/** A part that several rules rest on. */
export interface SharedPart {
  readonly kind: 'parameter' | 'definition' | 'compatibility';
  readonly name: Localized;
  /** Ids of the other rules, in the order of the program. */
  readonly rules: readonly string[];
}

/** Finds what a change of a rule would touch: rules that share parts with it, packs that use its pack, tests that name it. */
export function affectedBy(
  { program, model }: { readonly program: CoreProgram; readonly model: Model },
  rule: CoreRule,
  tests: readonly TestsFile[],
): AffectedByRule {
  return { shared: sharedParts(program, rule), packs: packsUsing(model, rule), tests: testsNaming(tests, rule) };
}

function sharedParts({ packs }: CoreProgram, rule: CoreRule): readonly SharedPart[] {
  const others = packs
    .flatMap((pack) => pack.rules)
    .filter((other) => other !== rule)
    .map((other) => ({ id: other.id, used: usedBy(other) }));
  const rulesWith = (uses: (used: UsedByRule) => boolean): readonly string[] =>
    others.filter(({ used }) => uses(used)).map(({ id }) => id);
  const { parameters, definitions, compatibilities } = usedBy(rule);
  const parts: readonly SharedPart[] = [
    ...Array.from(parameters, (parameter) => ({
      kind: 'parameter' as const,
      name: { en: parameter.name, nl: parameter.name },
      rules: rulesWith((used) => used.parameters.has(parameter)),
    })),
    ...Array.from(definitions, ([meaning, { name }]) => ({
      kind: 'definition' as const,
      name: { en: name, nl: name },
      rules: rulesWith((used) => used.definitions.has(meaning)),
    })),
    ...Array.from(compatibilities, (compatibility) => ({
      kind: 'compatibility' as const,
      name: compatibilityName(compatibility.collectedFor, compatibility.usedFor),
      rules: rulesWith((used) => used.compatibilities.has(compatibility)),
    })),
  ];
  return parts.filter(({ rules }) => rules.length > 0);
}

function compatibilityName(collectedFor: string, usedFor: string): Localized {
  const [from, to] = [collectedFor, usedFor].map((id) => id.slice(id.indexOf('/') + 1));
  return { en: `${from} for ${to}`, nl: `${from} voor ${to}` };
}

function packsUsing({ packs }: Model, { pack }: CoreRule): readonly string[] {
  return packs
    .filter((other) => other.name !== pack && packsInReach(other).some(({ name }) => name === pack))
    .map(({ name }) => name);
}

function testsNaming(files: readonly TestsFile[], rule: CoreRule): AffectedByRule['tests'] {
  const names = new Set(namesOfRule(rule));
  return files.flatMap(({ pack, tests }) =>
    tests
      .filter(({ expectations }) =>
        expectations.some(({ rule: { text } }) => names.has(text) && (text.includes('/') || pack.text === rule.pack)),
      )
      .map(({ name }) => ({ name: name.text, span: name.span })),
  );
}
