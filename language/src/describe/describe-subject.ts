import type { Condition, CoreProgram, CoreRule } from '../core/core.ts';
import { rootRecord } from '../model/types.ts';
import { type Day, formatDate } from '../values/calendar.ts';
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
    inForce: inForceSentence(rule.from, rule.until),
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

function inForceSentence(from: Day | undefined, until: Day | undefined): Sentence | undefined {
  if (from === undefined && until === undefined) return undefined;
  const first =
    from === undefined ? { en: '', nl: '' } : { en: ` from ${formatDate(from)}`, nl: ` vanaf ${formatDate(from)}` };
  const last =
    until === undefined
      ? { en: '', nl: '' }
      : { en: ` up to and including ${formatDate(until)}`, nl: ` tot en met ${formatDate(until)}` };
  return sentence({ en: `the rule is in force${first.en}${last.en}`, nl: `de regel geldt${first.nl}${last.nl}` });
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
