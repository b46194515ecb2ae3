import type { Condition, CoreProgram, CoreRule } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import { rootRecord } from '../model/types.ts';
import { formatDate } from '../values/calendar.ts';
import { describeProposition, describeTerm } from './describe-condition.ts';
import type { RuleDescription, Sentence } from './description.ts';
import { inBoth, type Proposition, say } from './proposition.ts';
import { outlineOf, sentence } from './sentence.ts';

/** What a rule is about and when it applies, in sentences. */
export function describeSubject(
  program: CoreProgram,
  rule: CoreRule,
): Pick<RuleDescription, 'subject' | 'whenNone' | 'inForce' | 'scope' | 'scopeWords' | 'applies'> {
  return {
    subject: subjectSentence(program, rule),
    whenNone: whenNoneSentence(rule),
    inForce: inForceSentence(rule),
    scope: rule.scope === undefined ? undefined : scopeSentence(rule.scope.condition),
    scopeWords: rule.scope?.text,
    applies: appliesSentences(rule),
  };
}

function subjectSentence({ manifestRecords }: CoreProgram, { forEach, record }: CoreRule): Sentence {
  if (forEach === undefined) {
    const kinds = new Set(manifestRecords.map(rootRecord));
    const kind =
      kinds.size < 2
        ? { en: '', nl: '' }
        : { en: ` of the kind \`${record.name}\``, nl: ` van de soort \`${record.name}\`` };
    return sentence({
      en: `each manifest${kind.en} is judged as a whole`,
      nl: `elk manifest${kind.nl} wordt als geheel beoordeeld`,
    });
  }
  const items = describeTerm(forEach.list).text;
  const each = {
    en: `each \`${forEach.name}\` in ${items.en}`,
    nl: `elk onderdeel \`${forEach.name}\` van ${items.nl}`,
  };
  const judged = { en: 'is judged by itself', nl: 'wordt afzonderlijk beoordeeld' };
  if (forEach.where === undefined) return sentence(inBoth((language) => `${each[language]} ${judged[language]}`));
  const { lead, parts } = outlineOf(describeProposition(forEach.where));
  const which = say(lead, 'is', 'dependent');
  if (parts.length === 0) {
    const that = { en: `for which ${which.en}`, nl: `waarvoor geldt dat ${which.nl},` };
    return sentence(inBoth((language) => `${each[language]} ${that[language]} ${judged[language]}`));
  }
  const text = {
    en: `each \`${forEach.name}\` in ${items.en} ${judged.en} if ${which.en}`,
    nl: `elk onderdeel \`${forEach.name}\` van ${items.nl} ${judged.nl} indien ${which.nl}`,
  };
  return sentence(text, parts);
}

function whenNoneSentence({ forEach }: CoreRule): Sentence | undefined {
  if (forEach === undefined) return undefined;
  if (forEach.ifAny) {
    return sentence({
      en: 'where there is none, the rule asks nothing; where the list itself is missing, it is not shown that the rule is met',
      nl: 'is er geen, dan vraagt de regel niets; ontbreekt de lijst zelf, dan is niet aangetoond dat aan de regel is voldaan',
    });
  }
  return sentence({
    en: 'where there is none, or the list itself is missing, it is not shown that the rule is met',
    nl: 'is er geen, of ontbreekt de lijst zelf, dan is niet aangetoond dat aan de regel is voldaan',
  });
}

/** A rule's own dates decide; else it is in force while any source that it cites is, which one without dates always is. */
function inForceSentence({ from, until, cites }: CoreRule): Sentence | undefined {
  if (from !== undefined || until !== undefined) {
    const period = periodWords({ from, until });
    return sentence({ en: `the rule is in force ${period.en}`, nl: `de regel geldt ${period.nl}` });
  }
  const sources = [...new Map(cites.map(({ source }) => [source.name, source])).values()];
  const [only, ...more] = sources;
  if (only === undefined || sources.some((source) => source.from === undefined && source.until === undefined)) {
    return undefined;
  }
  if (more.length === 0) {
    const period = periodWords(only);
    return sentence({
      en: `the rule is in force as long as its source is, ${period.en}`,
      nl: `de regel geldt zolang de bron ervan geldt, ${period.nl}`,
    });
  }
  const parts = sources.map((source) => {
    const period = periodWords(source);
    const { en, nl } = source.title;
    return sentence({ en: `“${en}” is in force ${period.en}`, nl: `“${nl}” geldt ${period.nl}` });
  });
  const text = {
    en: 'the rule is in force as long as one of its sources is',
    nl: 'de regel geldt zolang een van de bronnen ervan geldt',
  };
  return sentence(text, parts);
}

/** From a first to a last day, of which one at least is there. */
function periodWords({ from, until }: Pick<CoreRule, 'from' | 'until'>): Localized {
  const first = from === undefined ? [] : [{ en: `from ${formatDate(from)}`, nl: `vanaf ${formatDate(from)}` }];
  const last =
    until === undefined
      ? []
      : [{ en: `up to and including ${formatDate(until)}`, nl: `tot en met ${formatDate(until)}` }];
  return inBoth((language) => [...first, ...last].map((words) => words[language]).join(' '));
}

function scopeSentence(condition: Condition): Sentence {
  const { lead, parts } = outlineOf(describeProposition(condition));
  const when = say(lead, 'is', 'dependent');
  const text = {
    en: `a manifest is within the scope of the pack only if ${when.en}`,
    nl: `een manifest valt alleen binnen de reikwijdte van het pakket indien ${when.nl}`,
  };
  return sentence(text, parts);
}

/** Each `when` has to hold, and one of the triggers: on the manifest first, then on the item. */
function appliesSentences(rule: CoreRule): readonly Sentence[] {
  const item = rule.forEach?.name ?? '';
  const rules = { en: 'the rule applies only if', nl: 'de regel is alleen van toepassing indien' };
  const items = {
    en: `each \`${item}\` is judged only if`,
    nl: `een onderdeel \`${item}\` wordt alleen beoordeeld indien`,
  };
  const sentences = (conditions: readonly Condition[], triggers: readonly Condition[], begin: typeof rules) =>
    [...conditions.map((condition) => describeProposition(condition)), ...anyOf(triggers)].map((proposition) => {
      const { lead, parts } = outlineOf(proposition);
      const when = say(lead, 'is', 'dependent');
      return sentence(
        inBoth((language) => `${begin[language]} ${when[language]}`),
        parts,
      );
    });
  return [...sentences(rule.applies, rule.triggers, rules), ...sentences(rule.itemApplies, rule.itemTriggers, items)];
}

function anyOf(triggers: readonly Condition[]): readonly Proposition[] {
  const parts = triggers.map((trigger) => describeProposition(trigger));
  const [only] = parts;
  if (only === undefined) return [];
  return parts.length === 1 ? [only] : [{ kind: 'joined', conjunction: 'or', parts }];
}
