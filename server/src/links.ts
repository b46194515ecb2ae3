import type { Definition } from '@waarborg/language';
import type { Location, LocationLink } from 'vscode-languageserver';
import type { HandlerContext } from './handlers/handler.ts';

/** Where a name leads, with the name itself for clients that can show it. */
export function linkTo(
  found: Definition | undefined,
  withLinks: boolean,
  { positions, location }: HandlerContext,
): Location | LocationLink[] | null {
  if (found === undefined) return null;
  const { uri, range } = location(found.to);
  if (!withLinks) return { uri, range };
  const originSelectionRange = positions.range(found.from);
  return [{ originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range }];
}
