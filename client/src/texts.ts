import * as vscode from 'vscode';
import dutch from '../l10n/bundle.l10n.nl.json' with { type: 'json' };

const inDutch: ReadonlyMap<string, string> = new Map(Object.entries(dutch));

/**
 * The language of what the extension itself says: as set, else that of the editor. The editor's own `l10n` is not asked: it knows
 * no setting, and there is no Dutch for most of its parts, so that few who read Dutch have it in Dutch.
 */
export function ownLanguage(): 'en' | 'nl' {
  const set = vscode.workspace.getConfiguration('waarborg').get<string>('language');
  if (set === 'nl' || set === 'en') return set;
  return /^nl\b/i.test(vscode.env.language) ? 'nl' : 'en';
}

/** A text in the language of the reader, with what stands at `{0}`, `{1}` and so on. */
export function text(english: string, ...values: readonly (string | number)[]): string {
  const written = ownLanguage() === 'nl' ? (inDutch.get(english) ?? english) : english;
  return written.replaceAll(/\{(\d)\}/g, (hole, index) => String(values[Number(index)] ?? hole));
}
