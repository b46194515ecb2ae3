import type { ParsedFile } from './language.ts';

/** The packs and vocabularies that a policy file names with `use` and `extends`. */
export function usesOf({ file }: ParsedFile): readonly { readonly name: string; readonly major: number | undefined }[] {
  if (file.kind === 'unknown') return [];
  return file.header.flatMap((item) =>
    item.kind === 'use' || item.kind === 'extends' ? [{ name: item.name.text, major: item.major }] : [],
  );
}
