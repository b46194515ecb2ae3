import type { Import } from './imports.ts';

/** The cycles of imports between files, each once, as the paths in the order of importing, the first one repeated. */
export function importCycles(imports: readonly Import[]): readonly (readonly string[])[] {
  const imported = new Map<string, string[]>();
  for (const { from, to } of imports) {
    if (to !== undefined) imported.set(from, [...(imported.get(from) ?? []), to]);
  }
  const cycles: (readonly string[])[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const at = path.indexOf(file);
    if (at >= 0) cycles.push([...path.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    path.push(file);
    for (const next of imported.get(file) ?? []) visit(next);
    path.pop();
    done.add(file);
  };
  for (const file of [...imported.keys()].sort()) visit(file);
  return cycles;
}
