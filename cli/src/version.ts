import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of the command line, from its package. */
export function ownVersion(): string {
  const description: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8'));
  if (typeof description === 'object' && description !== null && 'version' in description)
    return String(description.version);
  throw new Error('the package states no version');
}
