import { diagnostic } from '../diagnostic/diagnostic.ts';
import { didYouMean, nearestNames } from '../diagnostic/nearest.ts';
import { unknownName } from '../diagnostic/type-errors.ts';
import { packsInReach } from '../model/model.ts';
import { isHole } from '../model/report.ts';
import type { Expression, Name } from '../syntax/ast.ts';
import type { KeywordToken } from '../syntax/keywords.ts';
import { wordsAt } from '../syntax/words-at.ts';
import type { Term } from './core.ts';
import { isKnownName } from './lower-path.ts';
import { lowerTerm } from './lower-term.ts';
import { holeTerm, type Scope } from './lowering.ts';

/**
 * The role that agrees or approves, after the phrase of a keyword: a text, or what has one. A bare name that is nothing else
 * is reported as a role that lacks its quotation marks.
 */
export function lowerRole(by: Expression, phrase: KeywordToken, scope: Scope): Term {
  if (by.kind !== 'path' || by.steps.length > 0 || isHole(by.root) || scope.record === undefined)
    return lowerTerm(by, scope, { kind: 'text' });
  if (isKnownName(by.root, scope)) return lowerTerm(by, scope, { kind: 'text' });
  reportBareRole(by.root, phrase, scope);
  return holeTerm(by.span);
}

function reportBareRole({ text, span }: Name, phrase: KeywordToken, scope: Scope): void {
  const message = { en: `Nothing here is called \`${text}\``, nl: `Hier heet niets \`${text}\`` };
  const parameters = new Set(packsInReach(scope.pack).flatMap((pack) => [...pack.parameters.keys()]));
  const nearest = nearestNames(text, parameters);
  const near = didYouMean(nearest);
  const right = `\`${wordsAt(span)(phrase)} "${text}"\``;
  const quoted = {
    en: `A role that is no parameter stands between quotation marks: ${right}.`,
    nl: `Een rol die geen parameter is, staat tussen aanhalingstekens: ${right}.`,
  };
  const help = near === undefined ? quoted : { en: `${near.en} ${quoted.en}`, nl: `${near.nl} ${quoted.nl}` };
  const fixes = [...nearest, `"${text}"`].map((better) => ({
    title: { en: `Change to ${better}`, nl: `Wijzig in ${better}` },
    edits: [{ span, text: better }],
  }));
  scope.lowering.report(diagnostic(unknownName, span, message, { help, fixes }));
}
