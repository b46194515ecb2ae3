import type { Localized } from '../diagnostic/diagnostic.ts';
import type { LevelName } from '../syntax/ast.ts';

const levels: Readonly<Record<LevelName, Localized>> = {
  mandatory: { en: 'mandatory', nl: 'verplicht' },
  'comply-or-explain': { en: 'comply or explain', nl: 'pas toe of leg uit' },
  recommended: { en: 'recommended', nl: 'aanbevolen' },
};

/** A level in words. */
export function levelText(level: LevelName): Localized {
  return levels[level];
}
