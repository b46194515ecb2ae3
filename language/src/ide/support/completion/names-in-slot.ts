import type { Pack } from '../../../model/model.ts';
import { packsInReach } from '../../../model/model.ts';
import type { RuleDeclaration } from '../../../syntax/ast.ts';
import { spelled } from '../../../syntax/keywords.ts';
import { symbolInTests, symbolOfDeclaration, symbolOfRecord } from '../names/symbols-of.ts';
import type { AskedPath } from './asked-path.ts';
import type { NameCandidate, NameContext } from './name-candidates.ts';
import * as names from './name-candidates.ts';
import { pathCandidates } from './path-candidates.ts';
import type { Slot } from './slot.ts';
import { type TestedTypes, testedTypes } from './tested-types.ts';

/** The names that may stand in a slot. */
export function namesInSlot(slot: Slot, context: NameContext, asked: AskedPath | undefined): readonly NameCandidate[] {
  const { pack, vocabulary } = context;
  const vocabularies = pack?.vocabularies ?? (vocabulary === undefined ? [] : [vocabulary]);
  switch (slot) {
    case 'pack-head':
    case 'tested-pack':
      return names.packCandidates(context);
    case 'vocabulary-head':
      return [];
    case 'used':
      return names.usedCandidates(context, ['pack', 'vocabulary']);
    case 'vocabulary':
      return names.usedCandidates(context, ['vocabulary']);
    case 'purpose':
      return names.purposeCandidates(pack);
    case 'manifest-record':
      return manifestRecords(context);
    case 'field-role':
      return names.roleNameCandidates('field');
    case 'choice-role':
      return names.roleNameCandidates('choice');
    case 'type':
      return names.typeCandidates(vocabularies, context);
    case 'choices':
      return names.choicesCandidates(vocabularies);
    case 'key':
      return keys(context);
    case 'disclosed-item':
    case 'disclosed-audience':
    case 'disclosed-extent':
      return names.roleCandidates(slot, context);
    case 'covered':
      return names.coverCandidates(context);
    case 'source':
      return sources(pack);
    case 'parameter':
      return parameters(pack);
    case 'root':
    case 'list-root':
    case 'step':
      return asked === undefined ? [] : pathCandidates(slot, asked, context);
    case 'test-manifest':
      return manifestsOfTests(context);
    case 'test-field':
      return names.fieldCandidates(tested(context)?.step);
    case 'entry':
      return names.fieldCandidates(tested(context)?.entry);
    case 'value':
      return values(context);
    case 'tested-rule':
      return rules(context);
    case 'tested-exception':
      return names.exceptionCandidates(expectedRule(context), pack);
    case 'tested-duty':
      return names.testedDutyCandidates(expectedRule(context), context);
  }
}

function manifestRecords({ pack }: NameContext): readonly NameCandidate[] {
  const records = (pack?.vocabularies ?? []).flatMap((each) => [...each.records.values()]);
  return records.filter(({ manifest }) => manifest).map((record) => names.candidate(symbolOfRecord(record)));
}

/** The fields of the record that the list before `keyed by` holds. */
function keys({ cursor, vocabulary }: NameContext): readonly NameCandidate[] {
  const of = cursor.tokens.findLastIndex(({ tokenType }) => tokenType.name === 'ListOf');
  const name = cursor.tokens[of + 1]?.image.replaceAll('`', '');
  return name === undefined ? [] : names.fieldCandidates(vocabulary?.records.get(name));
}

function sources(pack: Pack | undefined): readonly NameCandidate[] {
  return (pack === undefined ? [] : packsInReach(pack)).flatMap((owner) =>
    [...owner.sources.values()].map((source) => names.candidate(symbolOfDeclaration(source, owner))),
  );
}

function parameters(pack: Pack | undefined): readonly NameCandidate[] {
  return (pack === undefined ? [] : packsInReach(pack)).flatMap((owner) =>
    [...owner.parameters.values()].map((parameter) => names.candidate(symbolOfDeclaration(parameter, owner))),
  );
}

// ------------------------------------------------------------- tests

function manifestsOfTests({ tests }: NameContext): readonly NameCandidate[] {
  return (tests?.manifests ?? []).map((declaration) =>
    names.candidate(symbolInTests({ kind: 'test-manifest', declaration })),
  );
}

function tested({ cursor, pack }: NameContext): TestedTypes | undefined {
  return pack?.record && testedTypes(cursor.tokens, pack.record);
}

function values(context: NameContext): readonly NameCandidate[] {
  const { value: type, field } = tested(context) ?? {};
  if (field?.roles.includes('covered-items')) return claimable(context);
  if (field?.roles.includes('claimed-exception')) return claimed(context);
  if (type?.kind === 'purpose') return names.purposeCandidates(context.pack);
  if (type?.kind !== 'yes-no') return names.choiceCandidates(type);
  return (['Yes', 'No'] as const).map((token) => ({
    name: spelled(token, context.cursor.spelling),
    symbol: undefined,
    detail: undefined,
  }));
}

/** The exceptions that a claim can name, each behind its rule. */
function claimed({ pack }: NameContext): readonly NameCandidate[] {
  return rulesInReach(pack).flatMap(({ rule, owner, name }) =>
    names.exceptionCandidates(rule, owner).map((found) => ({ ...found, name: `${name}/${found.name}` })),
  );
}

/** What a claim can cover: what is disclosed, and the duties of rules that have exceptions. */
function claimable(context: NameContext): readonly NameCandidate[] {
  const excepted = rulesInReach(context.pack).filter(
    ({ rule, owner }) => names.exceptionCandidates(rule, owner).length > 0,
  );
  const duties = excepted.flatMap(({ rule, owner }) => names.dutyCandidates(rule, owner));
  return [...names.roleCandidates('disclosed-item', context), ...duties];
}

function rules({ pack }: NameContext): readonly NameCandidate[] {
  return rulesInReach(pack).map(({ rule, owner, name }) => ({
    ...names.candidate(symbolOfDeclaration(rule, owner)),
    name,
  }));
}

/** The rules that a pack can name, each as it is named there. */
function rulesInReach(
  pack: Pack | undefined,
): readonly { readonly rule: RuleDeclaration; readonly owner: Pack; readonly name: string }[] {
  return (pack === undefined ? [] : packsInReach(pack)).flatMap((owner) =>
    [...owner.rules.values()].map((rule) => {
      const name = rule.name.text;
      return { rule, owner, name: owner === pack ? name : `${owner.name}/${name}` };
    }),
  );
}

/** The rule of which the expectation at the cursor speaks. */
function expectedRule({ cursor, pack }: NameContext): RuleDeclaration | undefined {
  const { tokens } = cursor;
  const expect = tokens.findLastIndex(({ tokenType }) => tokenType.name === 'Expect');
  const name = tokens[expect + 1]?.image.replaceAll('`', '');
  return name === undefined ? undefined : pack?.rules.get(name);
}
