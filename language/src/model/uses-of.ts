import type { SyntaxFile } from '../syntax/ast.ts';

/** What a file refers to, for a program that has to find the files of it. */
export interface UsedName {
  readonly name: string;
  /** The major version that is asked for; undefined where the writing of it failed. */
  readonly major: number | undefined;
}

/** The packs and vocabularies that a file uses or extends, in order; files that use nothing give an empty list. */
export function usesOf({ file }: { readonly file: SyntaxFile }): readonly UsedName[] {
  if (file.kind === 'unknown') return [];
  return file.header.flatMap((item) => {
    if (item.kind !== 'use' && item.kind !== 'extends') return [];
    return item.name.text === '' ? [] : [{ name: item.name.text, major: item.major }];
  });
}
