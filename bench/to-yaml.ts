/** A manifest of the benchmark, given as JSON, as block-style YAML, which people write. */
export function toYaml(json: string): string {
  const { part, ...rest }: Record<string, unknown> = JSON.parse(json);
  const lines: string[] = [];
  for (const [key, value] of Object.entries(rest)) {
    if (!Array.isArray(value)) {
      lines.push(`${key}: ${String(value)}`);
      continue;
    }
    lines.push(`${key}:`);
    for (const { name, rate } of value) lines.push(`  - name: ${name}`, `    rate: ${rate}`);
  }
  lines.push('part:', ...Object.entries(part ?? {}).map(([key, value]) => `  ${key}: ${String(value)}`));
  return `${lines.join('\n')}\n`;
}
