import type { CoreProgram, CoreRule } from '../core/core.ts';
import { nearestNames } from '../diagnostic/nearest.ts';

/** What a written name of a rule comes to. */
export type FoundRule =
  /** `isFormer` where it is a name that the rule had. */
  | { readonly kind: 'found'; readonly rule: CoreRule; readonly isFormer: boolean }
  /** Rules of several packs bear it; writing `pack/rule` tells them apart. */
  | { readonly kind: 'several'; readonly rules: readonly CoreRule[] }
  | { readonly kind: 'none'; readonly near: readonly string[] };

/** Finds a rule by `name` or `pack/name`. A former name counts only where no rule bears the name now. */
export function findRule({ packs }: CoreProgram, written: string): FoundRule {
  const rules = packs.flatMap((pack) => pack.rules);
  const qualified = written.includes('/');
  const isCalled = (rule: CoreRule, name: string): boolean => (qualified ? `${rule.pack}/${name}` : name) === written;
  const named = rules.filter((rule) => isCalled(rule, rule.name));
  const found = named.length > 0 ? named : rules.filter((rule) => rule.was.some((name) => isCalled(rule, name)));
  const [only] = found;
  if (only === undefined) {
    const names = rules.map((rule) => (qualified ? rule.id : rule.name));
    return { kind: 'none', near: nearestNames(written, new Set(names)) };
  }
  if (found.length > 1) return { kind: 'several', rules: found };
  return { kind: 'found', rule: only, isFormer: named.length === 0 };
}
