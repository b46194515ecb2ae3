import { ambiguousPurpose, unknownPurpose } from '../diagnostic/model-errors.ts';
import { didYouMean, nearestNames } from '../diagnostic/nearest.ts';
import { unknownChoice } from '../diagnostic/type-errors.ts';
import { packsInReach } from '../model/model.ts';
import { isHole, reportUnknown } from '../model/report.ts';
import { lookUpPurpose } from '../model/resolve-purpose.ts';
import type { Type } from '../model/types.ts';
import type { Span } from '../source/source.ts';
import type { Name } from '../syntax/ast.ts';
import { wordsAt } from '../syntax/words-at.ts';
import type { Term } from './core.ts';
import { fail, holeTerm, originOf, type Scope } from './lowering.ts';
import { lookUpPackName } from './pack-names.ts';

/** A bare name where a choice is expected. */
export function lowerChoice(name: Name, type: Extract<Type, { kind: 'choice' }>, scope: Scope): Term {
  if (isHole(name)) return holeTerm(name.span);
  const { choices } = type;
  const choice = choices.values.find((value) => value.name === name.text || value.was.includes(name.text));
  if (choice !== undefined) return { kind: 'constant', value: choice, type, ...originOf(name.span) };
  const names = choices.values.map((value) => value.name);
  const message = {
    en: `\`${choices.name}\` has no choice \`${name.text}\``,
    nl: `\`${choices.name}\` heeft geen keuze \`${name.text}\``,
  };
  const isParameter = lookUpPackName(name, scope)?.kind === 'parameter';
  const word = wordsAt(name.span);
  const help = isParameter
    ? {
        en: `Write \`${word('Parameter')} ${name.text}\` for the parameter.`,
        nl: `Schrijf \`${word('Parameter')} ${name.text}\` voor de parameter.`,
      }
    : { en: `The choices are: ${names.join(', ')}.`, nl: `De keuzes zijn: ${names.join(', ')}.` };
  reportUnknown(scope.lowering.report, unknownChoice, name, message, names, help);
  return holeTerm(name.span);
}

/** A name where a purpose is expected: `name` or `pack/name`. */
export function lowerPurpose(written: string, span: Span, scope: Scope): Term {
  const found = lookUpPurpose(written, packsInReach(scope.pack), scope.pack.uses);
  switch (found.kind) {
    case 'found': {
      const value = { kind: 'purpose', purpose: found.purpose.id, case: undefined } as const;
      return { kind: 'constant', value, type: { kind: 'purpose' }, ...originOf(span) };
    }
    case 'ambiguous': {
      const message = {
        en: `\`${written}\` could be ${found.ids.join(' or ')}`,
        nl: `\`${written}\` kan ${found.ids.join(' of ')} zijn`,
      };
      const help = { en: 'Write the pack before the name.', nl: 'Zet het pakket voor de naam.' };
      fail(scope, ambiguousPurpose, span, message, help);
      return holeTerm(span);
    }
    case 'unknown': {
      const message = {
        en: `The purpose \`${written}\` is not declared`,
        nl: `Het doel \`${written}\` is niet verklaard`,
      };
      fail(scope, unknownPurpose, span, message, didYouMean(nearestNames(written, found.candidates)));
      return holeTerm(span);
    }
  }
}
