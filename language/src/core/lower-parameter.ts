import { diagnostic } from '../diagnostic/diagnostic.ts';
import { parameterWithoutChoice } from '../diagnostic/rule-errors.ts';
import { parameterValue } from '../diagnostic/type-errors.ts';
import type { Pack } from '../model/model.ts';
import type { Type } from '../model/types.ts';
import { localizedText, resolveType } from '../model/vocabulary.ts';
import type { Expression, ParameterDeclaration } from '../syntax/ast.ts';
import { wordsAt } from '../syntax/words-at.ts';
import { areComparable } from './compare-types.ts';
import type { ConstantValue } from './constant.ts';
import type { CoreParameter, Term } from './core.ts';
import { lowerLiteral } from './lower-literal.ts';
import { lowerChoice, lowerPurpose } from './lower-symbol.ts';
import { fail, holeTerm, type Lowering, type Scope, wordsOf } from './lowering.ts';
import { reportMismatch } from './type-messages.ts';

/** A parameter with its value, lowered once. */
export function lowerParameter(declaration: ParameterDeclaration, pack: Pack, lowering: Lowering): CoreParameter {
  const known = lowering.parameters.get(declaration);
  if (known !== undefined) return known;
  const records = new Map(pack.vocabularies.flatMap((vocabulary) => [...vocabulary.records]));
  const choices = new Map(pack.vocabularies.flatMap((vocabulary) => [...vocabulary.choices]));
  const type = resolveType(declaration.type, { records, choices }, lowering.report, false);
  const scope: Scope = { lowering, pack, record: undefined, variables: [] };
  const parameter: CoreParameter = {
    id: `${pack.name}/${declaration.name.text}`,
    name: declaration.name.text,
    type,
    value: parameterConstant(declaration.value, type, scope),
    setBy: localizedText(declaration.setBy),
    because: localizedText(declaration.because),
    reviewBy: declaration.reviewBy?.day,
    stricterWhen: declaration.stricterWhen,
    span: declaration.name.span,
  };
  checkChoiceIsOwned(declaration, lowering);
  lowering.parameters.set(declaration, parameter);
  return parameter;
}

function checkChoiceIsOwned({ name, setBy, because }: ParameterDeclaration, lowering: Lowering): void {
  if (setBy !== undefined && because !== undefined) return;
  const message =
    setBy === undefined
      ? { en: `\`${name.text}\` does not say who set it`, nl: `\`${name.text}\` zegt niet wie hem vaststelde` }
      : {
          en: `\`${name.text}\` does not say why it has this value`,
          nl: `\`${name.text}\` zegt niet waarom hij deze waarde heeft`,
        };
  const word = wordsAt(name.span);
  const help =
    setBy === undefined
      ? {
          en: `Add \`${word('SetBy')} "…" ${word('Because')} "…"\`.`,
          nl: `Voeg \`${word('SetBy')} "…" ${word('Because')} "…"\` toe.`,
        }
      : { en: `Add \`${word('Because')} "…"\`.`, nl: `Voeg \`${word('Because')} "…"\` toe.` };
  lowering.report(diagnostic(parameterWithoutChoice, name.span, message, { help }));
}

function parameterConstant(expression: Expression, type: Type, scope: Scope): ConstantValue {
  if (expression.kind === 'missing') return undefined;
  if (type.kind === 'list' && expression.kind === 'list') {
    const items = expression.items.map((item) => parameterConstant(item, type.of, scope));
    return { kind: 'list', items, raw: undefined };
  }
  const term = plainTerm(expression, type, scope);
  if (term === undefined) {
    const message = { en: 'This is no fixed value', nl: 'Dit is geen vaste waarde' };
    const help = { en: 'Write the value itself out.', nl: 'Schrijf de waarde zelf uit.' };
    fail(scope, parameterValue, expression.span, message, help);
    return undefined;
  }
  if (!areComparable(term.type, type)) reportMismatch(scope, expression.span, type, term.type);
  return term.kind === 'constant' ? term.value : undefined;
}

/** A literal, or a bare name where a choice or a purpose is asked; undefined for anything that would have to be worked out. */
function plainTerm(expression: Expression, type: Type, scope: Scope): Term | undefined {
  if (expression.kind === 'literal') return lowerLiteral(expression.value, expression.span, scope, type);
  if (type.kind === 'unknown') return holeTerm(expression.span);
  if (type.kind === 'purpose' && (expression.kind === 'path' || expression.kind === 'arithmetic')) {
    return lowerPurpose(wordsOf(expression.span).replaceAll(' ', ''), expression.span, scope);
  }
  const bare = expression.kind === 'path' && expression.steps.length === 0;
  return bare && type.kind === 'choice' ? lowerChoice(expression.root, type, scope) : undefined;
}
