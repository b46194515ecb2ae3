import { describe, expect, it } from 'vitest';
import { sourceText } from '../source/source.ts';
import { parsePolicy } from '../syntax/parse.ts';
import { syntaxErrors, tooDeep } from './syntax-errors.ts';

/** An example stands in a file, in a head, between declarations, or in a rule. */
const frames: readonly ((example: string) => string)[] = [
  (example) => example,
  (example) => `pack t\n${example}\n`,
  (example) => `pack t\nsource brief "B"\n  ${example}\n`,
  (example) => `pack t\nrule r "R" {\n  mandatory\n  ${example}\n}\n`,
  (example) => `pack t\nrule r "R" {\n  mandatory\n  except e {\n    ${example}\n  }\n}\n`,
];

function codesOf(text: string): readonly string[] {
  return parsePolicy(sourceText('example', text)).diagnostics.map((found) => found.code);
}

describe.each(syntaxErrors.filter((kind) => kind !== tooDeep).map((kind) => [kind.code, kind] as const))(
  '%s',
  (code, kind) => {
    it('has an example that gives it alone, and whose repair gives nothing', () => {
      const gives = frames.filter((frame) => [...new Set(codesOf(frame(kind.wrong)))].join(' ') === code);
      expect(gives.length).toBeGreaterThan(0);
      expect(gives.some((frame) => codesOf(frame(kind.right)).length === 0)).toBe(true);
    });
  },
);

it('have codes of their own, in order', () => {
  const codes = syntaxErrors.map((kind) => kind.code);
  expect(codes).toEqual([...new Set(codes)].sort());
});
