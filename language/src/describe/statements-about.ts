import type { CoreRule } from '../core/core.ts';
import { ruleNamesIn } from '../evaluate/claimed-entries.ts';
import { namesOfRule } from '../evaluate/names.ts';
import { isList, isRecord, readField } from '../evaluate/values.ts';
import type { TypedManifest } from '../manifest/typed-manifest.ts';
import { type FieldRole, fieldWithRole } from '../model/types.ts';
import { type Span, spanOf } from '../source/source.ts';

/** Something that a manifest states about a rule: that an exception is relied upon, why it is departed from, an agreement. */
export interface Statement {
  readonly kind: 'claim' | 'explanation' | 'approval';
  /** What it says that it is about: `rule/exception`, `rule`, `rule/duty`. */
  readonly about: string;
  readonly span: Span;
}

const lists: readonly (readonly [Statement['kind'], FieldRole, FieldRole])[] = [
  ['claim', 'claims', 'claimed-exception'],
  ['explanation', 'explanations', 'explained-rule'],
  ['approval', 'approvals', 'approved-for'],
];

/** What a manifest states about a rule, in its own order; valid or not, that is for judging to say. */
export function statementsAbout({ record, document }: TypedManifest, rule: CoreRule): readonly Statement[] {
  if (record === undefined) return [];
  const names = new Set(namesOfRule(rule));
  return lists.flatMap(([kind, listRole, nameRole]) => {
    const field = fieldWithRole(record.type, listRole);
    const list = field === undefined ? undefined : readField(record, field);
    if (!isList(list)) return [];
    const { beside, items } = list;
    return items.flatMap((item, index) => {
      if (!isRecord(item)) return [];
      const named = fieldWithRole(item.type, nameRole);
      const about = named === undefined ? undefined : readField(item, named);
      if (typeof about !== 'string' || ![about, ...ruleNamesIn(about)].some((name) => names.has(name))) return [];
      const source = beside !== undefined && index >= beside.from ? beside.source : document.source;
      return [{ kind, about, span: spanOf(source, item.raw.start, item.raw.end) }];
    });
  });
}
