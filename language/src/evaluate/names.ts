import type { CoreRule } from '../core/core.ts';

/** Every way in which a manifest may name a rule: with or without its pack, by its name or a former one. */
export function namesOfRule(rule: CoreRule): readonly string[] {
  return [rule.name, ...rule.was].flatMap((name) => [name, `${rule.pack}/${name}`]);
}

/** Every way in which a manifest may name something of a rule, such as an exception: `rule/name`, `pack/rule/name`. */
export function namesOfTarget(rule: CoreRule, names: readonly string[]): readonly string[] {
  return namesOfRule(rule).flatMap((ruleName) => names.map((name) => `${ruleName}/${name}`));
}
