import { type Check, checks, limits, type Thing } from './sixty-rules.ts';

function testByHand({ kind, field }: Check): string {
  switch (kind) {
    case 'share':
      return `typeof part.${field} === 'number' && part.${field} <= ${limits.ceiling}`;
    case 'choice':
      return limits.choices.map((choice) => `part.${field} === '${choice}'`).join(' || ');
    case 'groups':
      return `everyRateHolds(thing.${field})`;
    case 'date':
      return `typeof part.${field} === 'string' && part.${field} >= '${limits.first}' && part.${field} <= '${limits.last}'`;
  }
}

const textByHand = `
  function everyRateHolds(groups) {
    if (groups === undefined || groups.length === 0) return false;
    for (const group of groups) if (!(group.rate <= ${limits.ceiling})) return false;
    return true;
  }
  return (thing) => {
    const broken = [];
    const { part } = thing;
    ${checks.map((check) => `if (!(${testByHand(check)})) broken.push('${check.rule}');`).join('\n')}
    return broken;
  };`;

/**
 * The same sixty checks as a hand would write them, one line for each with its names and limits written out: the least
 * that judging can cost. Takes a manifest, and gives the names of the rules that it breaks or lacks the value for. It is
 * made of text only because nobody wants to read sixty lines alike; names put together while it runs cost eight times as much.
 */
// A function that is made of text has no type; the lines above give it this one.
export const byHand = new Function(textByHand)() as (thing: Thing) => readonly string[];
