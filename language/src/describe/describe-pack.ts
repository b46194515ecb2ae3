import type { CorePack, CoreProgram } from '../core/core.ts';
import { wordsOf } from '../core/lowering.ts';
import type { Model, Pack } from '../model/model.ts';
import { describeBasis } from './describe-choices.ts';
import { describePurposes } from './describe-purposes.ts';
import { describeRule } from './describe-rule.ts';
import { describeSources } from './describe-sources.ts';
import { describeParameter } from './describe-used.ts';
import type { NeededField, RuleDescription } from './description.ts';
import type { OwnDefinition, OwnParameter, PackDescription, PackRule, UsedField } from './pack-description.ts';
import { isAt, nameAsText, notesIn, packText } from './pack-text.ts';

/** What a program is made of, as checking gives it. */
interface Described {
  readonly program: CoreProgram;
  readonly model: Model;
}

/** What the pack of a name says, whole; undefined where the program has no such pack. A pure function of policies without errors. */
export function describePack({ program, model }: Described, name: string): PackDescription | undefined {
  const pack = model.packs.find((each) => each.name === name);
  const core = program.packs.find((each) => each.name === name);
  if (pack === undefined || core === undefined) return undefined;
  const rules = describeRules(pack, core, program);
  return {
    ...headOf(pack),
    scope: scopeOf(pack, rules),
    ...describePurposes(pack, core.rules, model, program.purposes),
    sources: describeSources(pack),
    parameters: ownParameters(pack, core, rules),
    definitions: definitionsOf(pack, rules),
    rules,
    fields: fieldsOf(rules),
  };
}

type Head = Pick<PackDescription, 'name' | 'version' | 'title' | 'notes' | 'uses' | 'record'>;

function headOf(pack: Pack): Head {
  const header = pack.files.flatMap((file) => [...file.header, ...file.items]);
  const { record } = pack;
  return {
    name: pack.name,
    version: pack.version,
    title: packText(pack.title) ?? nameAsText(pack.name),
    notes: notesIn(header),
    uses: [
      ...pack.vocabularies.map(({ name, version, title }) => ({ kind: 'vocabulary' as const, name, version, title })),
      ...new Set(
        pack.uses.values().map(({ name, version, title }) => ({ kind: 'pack' as const, name, version, title })),
      ),
    ].map((used) => ({ ...used, title: packText(used.title) })),
    record: record === undefined ? undefined : { name: record.name, text: packText(record.text) },
  };
}

function describeRules(pack: Pack, { rules }: CorePack, program: CoreProgram): readonly PackRule[] {
  return rules.flatMap((rule) => {
    const declaration = pack.rules.get(rule.name);
    if (declaration === undefined) return [];
    const title = packText(declaration.title) ?? nameAsText(rule.name);
    return [{ description: describeRule(program, rule), title, ...describeBasis(rule, declaration, pack) }];
  });
}

/** Which analyses the pack is about: every rule is judged by the same conditions. */
function scopeOf({ scopes }: Pack, [first]: readonly PackRule[]): PackDescription['scope'] {
  if (scopes.length === 0) return undefined;
  return {
    texts: scopes.flatMap(({ text }) => packText(text) ?? []),
    written: scopes.map(({ condition }) => wordsOf(condition.span)),
    sentence: first?.description.scope,
  };
}

function ownParameters(pack: Pack, core: CorePack, rules: readonly PackRule[]): readonly OwnParameter[] {
  return core.parameters.flatMap((parameter) => {
    const declaration = pack.parameters.get(parameter.name);
    if (declaration === undefined) return [];
    return [
      {
        ...describeParameter(parameter),
        chosenBy: packText(declaration.setBy),
        reason: packText(declaration.because),
        was: declaration.was.map(({ text }) => text),
        notes: notesIn(declaration.notes),
        usedBy: idsWhere(rules, ({ parameters }) => parameters.some(({ id }) => id === parameter.id)),
      },
    ];
  });
}

function definitionsOf(pack: Pack, rules: readonly PackRule[]): readonly OwnDefinition[] {
  const all = rules.flatMap(({ description }) => description.definitions);
  return [...pack.defines.values()].map(({ name, text, expression }) => ({
    name: name.text,
    text: packText(text),
    written: wordsOf(expression.span),
    sentence: all.find(({ span }) => isAt(span, expression.span))?.sentence,
    usedBy: idsWhere(rules, ({ definitions }) => definitions.some(({ span }) => isAt(span, expression.span))),
  }));
}

/** The fields of all rules, each once. */
function fieldsOf(rules: readonly PackRule[]): readonly UsedField[] {
  const fields = new Map<string, NeededField>();
  for (const { description } of rules) for (const field of description.needs) fields.set(field.path, field);
  return [...fields.values()]
    .sort((left, right) => (left.path < right.path ? -1 : 1))
    .map((field) => ({
      ...field,
      usedBy: idsWhere(rules, ({ needs }) => needs.some(({ path }) => path === field.path)),
    }));
}

function idsWhere(rules: readonly PackRule[], holds: (rule: RuleDescription) => boolean): readonly string[] {
  return rules.filter(({ description }) => holds(description)).map(({ description }) => description.id);
}
