import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package with its version, which package.json pins. */
export function withVersion(name: string): string {
  const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8'));
  return `${name} ${dependencies[name]}`;
}
