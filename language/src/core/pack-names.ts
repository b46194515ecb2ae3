import { nameInTwoPacks } from '../diagnostic/type-errors.ts';
import { type Pack, packsInReach } from '../model/model.ts';
import type { Name } from '../syntax/ast.ts';
import { fail, type Scope } from './lowering.ts';

/** A definition or parameter, with the pack that declares it. */
export interface PackName {
  readonly kind: 'define' | 'parameter';
  readonly pack: Pack;
}

/** Own definitions and parameters come first; used packs are asked only where the pack itself has none. */
export function lookUpPackName(name: Name, scope: Scope): PackName | undefined {
  const own = declaredIn(scope.pack, name.text);
  if (own !== undefined) return own;
  const used = packsInReach(scope.pack).flatMap((pack) => declaredIn(pack, name.text) ?? []);
  const [first, second] = used;
  if (first !== undefined && second !== undefined) {
    const message = {
      en: `\`${name.text}\` is declared in ${first.pack.name} and in ${second.pack.name}`,
      nl: `\`${name.text}\` is verklaard in ${first.pack.name} en in ${second.pack.name}`,
    };
    fail(scope, nameInTwoPacks, name.span, message);
  }
  return first;
}

function declaredIn(pack: Pack, name: string): PackName | undefined {
  if (pack.defines.has(name)) return { kind: 'define', pack };
  if (pack.parameters.has(name)) return { kind: 'parameter', pack };
  return undefined;
}
