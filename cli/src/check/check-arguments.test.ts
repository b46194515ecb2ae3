import { formatDate } from '@waarborg/language';
import { describe, expect, it } from 'vitest';
import { readArguments, type WrittenArguments } from './check-arguments.ts';

const surroundings = { workingFolder: import.meta.dirname, environment: {} };

const plain: WrittenArguments = {
  targets: [],
  policy: [],
  asOf: undefined,
  format: [],
  failOn: undefined,
  maxWarnings: undefined,
  quiet: false,
  language: undefined,
  color: undefined,
  verbose: false,
};

function problems(parts: Partial<WrittenArguments>): readonly string[] {
  return readArguments({ ...plain, ...parts }, surroundings).problems.map((found) => found.message.en);
}

describe('the arguments of check', () => {
  it('write text to standard output where nothing else is asked', () => {
    const read = readArguments(plain, surroundings);
    expect(read.problems).toEqual([]);
    expect(read.arguments).toMatchObject({
      destinations: [{ format: 'text', file: undefined }],
      failOn: 'comply-or-explain',
      asOf: undefined,
    });
  });
  it('name formats, files, a date and a language', () => {
    const read = readArguments(
      { ...plain, format: ['json=a=b.json', 'text'], asOf: '2026-11-23', language: 'nl' },
      surroundings,
    );
    expect(read.problems).toEqual([]);
    expect(read.arguments.destinations).toEqual([
      { format: 'json', file: 'a=b.json' },
      { format: 'text', file: undefined },
    ]);
    expect(formatDate(read.arguments.asOf ?? 0)).toBe('2026-11-23');
  });
  it('are refused with what they may be', () => {
    expect(problems({ asOf: '23-11-2026' })).toEqual(['--as-of is a date, and `23-11-2026` is none']);
    expect(problems({ failOn: 'error' })).toEqual(['--fail-on cannot be `error`']);
    expect(problems({ maxWarnings: '-1' })).toEqual(['--max-warnings is a whole number, and `-1` is none']);
    expect(problems({ language: 'de' })).toEqual(['--language cannot be `de`']);
    expect(problems({ format: ['jsn'] })).toEqual(['--format cannot be `jsn`']);
    expect(problems({ format: ['json='] })).toEqual(['--format json= names no file']);
    expect(problems({ format: ['blob=a'] })).toEqual(['The format blob comes in a later release']);
    expect(problems({ format: ['text', 'json'] })).toEqual(['Two reports go to standard output']);
    expect(problems({ format: ['text=a', 'json=a'] })).toEqual(['Two reports go to a']);
    expect(problems({ asOf: 'x', failOn: 'x', language: 'x' })).toHaveLength(3);
  });
});
