import type { CoreProgram, CoreRule } from '../../../core/core.ts';
import type { Localized } from '../../../diagnostic/diagnostic.ts';
import type { Finding, Result } from '../../../evaluate/result.ts';
import type { RawNode } from '../../../manifest/document.ts';
import type { RecordValue } from '../../../manifest/value.ts';
import { type FieldRole, fieldWithRole, type RecordType } from '../../../model/types.ts';
import { group, type Put, scalar, toFillIn } from './write-change.ts';

/** A statement that a person has to make, as it would stand in the manifest with all of it still to be filled in. */
export interface Template {
  readonly title: Localized;
  readonly put: Put;
}

/**
 * The statements that would bear on a finding: an explanation of the departure, where the level of the duty lets one
 * explain, and a claim of each exception that covers the duty. They name what they are about, and state nothing: who agreed,
 * why, on which ground and from when until when is empty, and counts for nothing until somebody has filled it in.
 */
export function templatesFor(
  { result, finding }: { readonly result: Result; readonly finding: Finding },
  rule: CoreRule,
  manifest: RecordValue,
  program: CoreProgram,
): readonly Template[] {
  if (finding.outcome === 'excepted' || finding.obligation.startsWith('claim:')) return [];
  const name = shortName(rule, program);
  const exceptions = rule.exceptions.filter(({ claimed, covers }) => claimed && covers.includes(finding.obligation));
  const explains = finding.level === 'comply-or-explain' && !finding.notExplainable && result.explanation === undefined;
  return [
    ...(explains
      ? [
          templateOf('explanations', ['explained-rule', name], result, manifest, {
            en: `Explain the departure from ${name} (to be filled in)`,
            nl: `Leg de afwijking van ${name} uit (in te vullen)`,
          }),
        ]
      : []),
    ...exceptions.map((exception) =>
      templateOf('claims', ['claimed-exception', `${name}/${exception.name}`], result, manifest, {
        en: `Claim the exception ${exception.name} (to be filled in)`,
        nl: `Doe een beroep op de uitzondering ${exception.name} (in te vullen)`,
      }),
    ),
  ].filter((template) => template !== undefined);
}

/** The name of a rule by itself, where no other pack has a rule of that name. */
function shortName({ name, id }: CoreRule, { packs }: CoreProgram): string {
  const alike = packs.flatMap((pack) => pack.rules).filter((other) => other.name === name);
  return alike.length > 1 ? id : name;
}

/** What a statement needs before it counts. */
const asked: readonly FieldRole[] = ['ground', 'reason', 'accountable', 'begins', 'ends'];

function templateOf(
  role: 'claims' | 'explanations',
  [aboutRole, about]: readonly [FieldRole, string],
  { subjectKey }: Result,
  manifest: RecordValue,
  title: Localized,
): Template | undefined {
  const field = fieldWithRole(manifest.type, role);
  if (field?.type.kind !== 'list' || field.type.of.kind !== 'record') return undefined;
  const { keys } = field.type;
  const record: RecordType = field.type.of.record;
  const present = manifest.raw.entries.find(({ key }) => key === field.name || field.was.includes(key));
  const fields = record.fields.flatMap(({ name, roles }): readonly (readonly [string, RawNode])[] => {
    if (roles.includes(aboutRole)) return [[name, scalar(about)]];
    if (roles.includes('covered-subjects')) return subjectKey === undefined ? [] : [[name, listOf(subjectKey)]];
    return keys.includes(name) || asked.some((each) => roles.includes(each)) ? [[name, toFillIn]] : [];
  });
  const value = group(fields);
  return { title, put: { kind: 'add', path: [present?.key ?? field.name], value } };
}

function listOf(text: string): RawNode {
  return { kind: 'list', items: [scalar(text)], start: 0, end: 0 };
}
