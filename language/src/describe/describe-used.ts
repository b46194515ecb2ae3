import type { Condition, CoreCompatibility, CoreParameter, CoreProgram, CoreRule, Term } from '../core/core.ts';
import { citationUse } from '../evaluate/compile-rule.ts';
import { describeProposition, describeTerm } from './describe-condition.ts';
import { code, constantWords } from './describe-term.ts';
import type {
  CompatibilityDescription,
  DefinitionDescription,
  ParameterDescription,
  RuleDescription,
} from './description.ts';
import { nodesOfRule } from './nodes-of-rule.ts';
import { inBoth, say } from './proposition.ts';
import { outlineOf, sentence } from './sentence.ts';

/** What a rule rests on that stands elsewhere: parameters, definitions, purposes and compatibilities, each once. */
export function describeUsed(
  program: CoreProgram,
  rule: CoreRule,
): Pick<RuleDescription, 'parameters' | 'definitions' | 'purposes' | 'compatibilities'> {
  const { parameters, definitions, purposes, compatibilities } = usedBy(rule);
  return {
    purposes: [...purposes].map((id) => ({
      id,
      name: id.slice(id.indexOf('/') + 1),
      words: program.purposes.purposes.get(id)?.text,
    })),
    parameters: [...parameters].map(describeParameter),
    definitions: [...definitions.values()].map(describeDefinition),
    compatibilities: [...compatibilities].map(describeCompatibility),
  };
}

type Definition = Extract<Condition | Term, { readonly kind: 'defined' }>;

/** What a rule rests on. Definitions are told apart by what they define: two packs may each have one of a name. */
export interface UsedByRule {
  readonly parameters: ReadonlySet<CoreParameter>;
  readonly definitions: ReadonlyMap<Condition | Term, Definition>;
  /** Ids of purposes that it names. */
  readonly purposes: ReadonlySet<string>;
  readonly compatibilities: ReadonlySet<CoreCompatibility>;
}

/** Finds the parameters, definitions and compatibilities that a rule rests on, through definitions too. */
export function usedBy(rule: CoreRule): UsedByRule {
  const known = knownUses.get(rule);
  if (known !== undefined) return known;
  const found = findUses(rule);
  knownUses.set(rule, found);
  return found;
}

/** What each rule was found to rest on: to say what rules share, each is asked for every other. */
const knownUses = new WeakMap<CoreRule, UsedByRule>();

function findUses(rule: CoreRule): UsedByRule {
  const parameters = new Set<CoreParameter>();
  const definitions = new Map<Condition | Term, Definition>();
  const purposes = new Set<string>();
  const compatibilities = new Set<CoreCompatibility>();
  for (const node of nodesOfRule(rule)) {
    if (node.kind === 'condition') {
      const { condition } = node;
      if (condition.kind === 'defined') definitions.set(condition.condition, condition);
      if (condition.kind === 'compatible') for (const each of condition.compatibilities) compatibilities.add(each);
    } else if (node.kind === 'term') {
      if (node.term.kind === 'parameter') parameters.add(node.term.parameter);
      if (node.term.kind === 'defined') definitions.set(node.term.term, node.term);
      for (const id of purposesIn(node.term)) purposes.add(id);
    }
  }
  return { parameters, definitions, purposes, compatibilities };
}

/** The purposes that a value of a policy is, or holds. */
function purposesIn(term: Term): readonly string[] {
  const value = term.kind === 'constant' ? term.value : term.kind === 'parameter' ? term.parameter.value : undefined;
  const values = typeof value === 'object' && value.kind === 'list' ? value.items : [value];
  return values.flatMap((each) => (typeof each === 'object' && each.kind === 'purpose' ? [each.purpose] : []));
}

/** A parameter with its value in words, and who chose it and why. */
export function describeParameter(parameter: CoreParameter): ParameterDescription {
  const { id, name, value, type, setBy, because, reviewBy, stricterWhen, span } = parameter;
  return { id, name, value: constantWords(value, type), setBy, because, reviewBy, stricterWhen, span };
}

function describeDefinition(definition: Definition): DefinitionDescription {
  const { name, words } = definition;
  const own = code(name);
  if ('term' in definition) {
    const value = describeTerm(definition.term).text;
    const text = { en: `${own.en} stands for ${value.en}`, nl: `${own.nl} staat voor ${value.nl}` };
    return { name, words, sentence: sentence(text), span: definition.term.span };
  }
  const { lead, parts } = outlineOf(describeProposition(definition.condition));
  const when = say(lead, 'is', 'dependent');
  const text = { en: `${own.en} holds if ${when.en}`, nl: `${own.nl} geldt indien ${when.nl}` };
  return { name, words, sentence: sentence(text, parts), span: definition.condition.span };
}

function describeCompatibility({
  collectedFor,
  usedFor,
  condition,
  cites,
}: CoreCompatibility): CompatibilityDescription {
  const [from, to] = [collectedFor, usedFor].map((id) => `\`${id.slice(id.indexOf('/') + 1)}\``);
  const allowed = {
    en: `data collected for ${from} may be used for ${to}`,
    nl: `gegevens die voor ${from} zijn verzameld, mogen voor ${to} worden gebruikt`,
  };
  if (condition === undefined) return { sentence: sentence(allowed), cites: cites.map(citationUse) };
  const { lead, parts } = outlineOf(describeProposition(condition));
  const when = say(lead, 'is', 'dependent');
  const text = inBoth((language) => `${allowed[language]} ${{ en: 'if', nl: 'indien' }[language]} ${when[language]}`);
  return { sentence: sentence(text, parts), cites: cites.map(citationUse) };
}
