import type { FieldTurn, Language, Localized, Outcome, Turn, TurnRange } from '@waarborg/language';

// Sentences about what is not so: they say what would follow, and never that anything should be written.

/** A change as a sentence: `If x were at most 5% (now 6.1%).` */
export function turnWords({ fields }: Turn, language: Language): string {
  const clauses = fields.map((field) => clauseOf(field)[language]);
  return language === 'en' ? `If ${clauses.join(', and ')}.` : `Als ${clauses.join(', en ')}.`;
}

function clauseOf(field: FieldTurn): Localized {
  switch (field.action) {
    case 'set':
      return setClause(field);
    case 'record':
      return recordClause(field);
    case 'remove':
      return withNow(field, {
        en: `\`${field.label}\` were not recorded`,
        nl: `\`${field.label}\` niet zou zijn vastgelegd`,
      });
    case 'add':
      return addClause(field);
    case 'drop':
      return dropClause(field);
  }
}

function setClause(field: FieldTurn): Localized {
  const name = `\`${field.label}\``;
  if (field.range !== undefined) {
    const { en, nl } = rangeWords(field.range);
    return withNow(field, { en: `${name} ${en}`, nl: `${name} ${nl}` });
  }
  const { en, nl } = valuesOf(field);
  if (field.to.en === 'none') {
    return withNow(field, {
      en: `${name} were recorded as none`,
      nl: `bij ${name} zou zijn vastgelegd dat er geen is`,
    });
  }
  return withNow(field, { en: `${name} were ${en}`, nl: `${name} ${nl} zou zijn` });
}

function recordClause(field: FieldTurn): Localized {
  const name = `\`${field.label}\``;
  if (field.to.en === '"…"')
    return {
      en: `${name} were recorded, in words of its own`,
      nl: `${name} zou zijn vastgelegd, in eigen woorden`,
    };
  const { en, nl } = valuesOf(field);
  if (field.forInstance)
    return {
      en: `${name} were recorded, as ${en} for instance`,
      nl: `${name} zou zijn vastgelegd, bijvoorbeeld als ${nl}`,
    };
  if (field.range !== undefined) {
    const range = rangeWords(field.range);
    return { en: `${name} were recorded, and ${range.en}`, nl: `${name} zou zijn vastgelegd, en ${range.nl}` };
  }
  if (field.to.en === 'none')
    return { en: `${name} were recorded as none`, nl: `bij ${name} zou zijn vastgelegd dat er geen is` };
  return { en: `${name} were recorded as ${en}`, nl: `${name} zou zijn vastgelegd als ${nl}` };
}

function addClause(field: FieldTurn): Localized {
  const name = `\`${field.label}\``;
  const { en, nl } = valuesOf(field);
  if (field.now.en === 'not recorded')
    return { en: `${name} were recorded with ${en}`, nl: `${name} zou zijn vastgelegd met ${nl}` };
  return field.to.en.includes(': ')
    ? { en: `${name} also had an item with ${en}`, nl: `${name} ook een onderdeel zou hebben met ${nl}` }
    : { en: `${name} also had ${en}`, nl: `${name} ook ${nl} zou bevatten` };
}

/** An item has a key by which people know it, or is its value in a list. */
function dropClause({ label, to }: FieldTurn): Localized {
  const list = /^(.*)\[\d+\]$/.exec(label)?.[1];
  if (list === undefined) return { en: `there were no \`${label}\``, nl: `\`${label}\` er niet zou zijn` };
  return { en: `\`${list}\` did not have ${to.en}`, nl: `\`${list}\` niet ${to.nl} zou bevatten` };
}

function withNow({ now }: FieldTurn, { en, nl }: Localized): Localized {
  return { en: `${en} (now ${now.en})`, nl: `${nl} (nu ${now.nl})` };
}

/** So many values are named in a sentence. */
const mostNamed = 4;

function valuesOf({ to, others }: FieldTurn): Localized {
  const all = [to, ...others];
  const named = all.slice(0, mostNamed);
  const more = all.length - named.length;
  return {
    en: joined([...named.map(({ en }) => en), ...(more > 0 ? [`one of ${more} others`] : [])], 'or'),
    nl: joined([...named.map(({ nl }) => nl), ...(more > 0 ? [`een van ${more} andere`] : [])], 'of'),
  };
}

function joined(words: readonly string[], conjunction: string): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

function rangeWords({ dates, from, to }: TurnRange): Localized {
  const low = from?.value;
  const high = to?.value;
  if (low !== undefined && high !== undefined) {
    return dates
      ? {
          en: `lay from ${low.en} up to and including ${high.en}`,
          nl: `van ${low.nl} tot en met ${high.nl} zou liggen`,
        }
      : { en: `were from ${low.en} to ${high.en}`, nl: `van ${low.nl} tot en met ${high.nl} zou zijn` };
  }
  if (high !== undefined) {
    if (dates) return { en: `were on or before ${high.en}`, nl: `op of vóór ${high.nl} zou liggen` };
    return to?.open === true
      ? { en: `were less than ${high.en}`, nl: `minder dan ${high.nl} zou zijn` }
      : { en: `were at most ${high.en}`, nl: `ten hoogste ${high.nl} zou zijn` };
  }
  const words = low ?? { en: '', nl: '' };
  if (dates) return { en: `were on or after ${words.en}`, nl: `op of na ${words.nl} zou liggen` };
  return from?.open === true
    ? { en: `were more than ${words.en}`, nl: `meer dan ${words.nl} zou zijn` }
    : { en: `were at least ${words.en}`, nl: `ten minste ${words.nl} zou zijn` };
}

const afterwards: Readonly<Record<Outcome, Localized>> = {
  pass: { en: 'the rule would be met', nl: 'aan de regel zou zijn voldaan' },
  fail: { en: 'the rule would not be met', nl: 'niet aan de regel zou zijn voldaan' },
  unproven: {
    en: 'it would not be shown whether the rule is met',
    nl: 'niet zou zijn aangetoond of aan de regel is voldaan',
  },
  excepted: { en: 'an exception would apply', nl: 'een uitzondering zou gelden' },
  'not-applicable': { en: 'the rule would not apply', nl: 'de regel niet van toepassing zou zijn' },
};

/** What would follow, after `after which` or `waarna`. */
export function afterwardsWords(to: readonly Outcome[], language: Language): string {
  // All outcomes but one: what does not apply would.
  if (to.length === 4 && !to.includes('not-applicable'))
    return language === 'en' ? 'the rule would apply' : 'de regel van toepassing zou zijn';
  const conjunction = language === 'en' ? ' or ' : ' of ';
  return to.map((outcome) => afterwards[outcome][language]).join(conjunction);
}
