/** How a manifest is read, by the name of its file. */
export function syntaxOf(name: string): 'yaml' | 'json' | 'detect' {
  if (/\.json$/i.test(name)) return 'json';
  return /\.ya?ml$/i.test(name) ? 'yaml' : 'detect';
}
