import { diagnostic } from '../diagnostic/diagnostic.ts';
import { compatibleWithoutGround } from '../diagnostic/rule-errors.ts';
import { cyclicDefine } from '../diagnostic/type-errors.ts';
import type { Pack } from '../model/model.ts';
import type { CompatibleDeclaration } from '../syntax/ast.ts';
import { wordsAt } from '../syntax/words-at.ts';
import type { CoreCompatibility } from './core.ts';
import { lowerCitations } from './lower-citation.ts';
import { lowerPurpose } from './lower-symbol.ts';
import { type Lowering, originOf, type Scope } from './lowering.ts';

/** `open` while a compatibility is being lowered, so that a circle shows. */
type Lowered = CoreCompatibility | undefined | 'open';

const lowered = new WeakMap<Lowering, Map<CompatibleDeclaration, Lowered>>();

/** The compatibilities that a pack declares; one whose purposes are not known is left out, after saying so. */
export function lowerCompatibilities(pack: Pack, lowering: Lowering): readonly CoreCompatibility[] {
  const known = lowered.get(lowering) ?? new Map<CompatibleDeclaration, Lowered>();
  lowered.set(lowering, known);
  return pack.compatibles.flatMap((declaration) => {
    if (!known.has(declaration)) {
      known.set(declaration, 'open');
      known.set(declaration, lowerCompatible(declaration, pack, lowering));
    }
    const found = known.get(declaration) ?? [];
    if (found !== 'open') return found;
    reportCircle(declaration, lowering);
    return [];
  });
}

function reportCircle({ condition, span }: CompatibleDeclaration, lowering: Lowering): void {
  const message = {
    en: 'Whether purposes are compatible would rest on itself here',
    nl: 'Of doelen verenigbaar zijn zou hier van zichzelf afhangen',
  };
  const word = wordsAt(span);
  const help = {
    en: `Use \`${word('FallsUnder')}\` in this condition: a compatibility does not lead to another.`,
    nl: `Gebruik \`${word('FallsUnder')}\` in deze voorwaarde: een verenigbaarheid leidt niet tot een andere.`,
  };
  lowering.report(diagnostic(cyclicDefine, condition?.span ?? span, message, { help }));
}

function lowerCompatible(
  declaration: CompatibleDeclaration,
  pack: Pack,
  lowering: Lowering,
): CoreCompatibility | undefined {
  const scope: Scope = { lowering, pack, record: pack.record, variables: [] };
  if (declaration.cites.length === 0) {
    const message = { en: 'This cites no ground', nl: 'Dit noemt geen grond' };
    const word = wordsAt(declaration.span);
    const help = {
      en: `Add \`${word('Cites')}\` and the source that allows it.`,
      nl: `Voeg \`${word('Cites')}\` toe, met de bron die dit toestaat.`,
    };
    lowering.report(diagnostic(compatibleWithoutGround, declaration.span, message, { help }));
  }
  const [collectedFor, usedFor] = [declaration.collectedFor, declaration.usedFor].map((name) => {
    const term = lowerPurpose(name.text, name.span, scope);
    const value = term.kind === 'constant' ? term.value : undefined;
    return typeof value === 'object' && 'purpose' in value ? value.purpose : undefined;
  });
  const condition =
    declaration.condition === undefined ? undefined : scope.lowering.lowerCondition(declaration.condition, scope);
  const cites = lowerCitations(declaration.cites, scope);
  if (collectedFor === undefined || usedFor === undefined) return undefined;
  return { collectedFor, usedFor, condition, cites, text: originOf(declaration.span).text };
}
