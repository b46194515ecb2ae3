import { convertSource, formatSource, sourceText } from '@waarborg/language';
import { describe, expect, it } from 'vitest';

describe('texts that were once formatted wrongly', () => {
  it('a declaration on the line of a clause that conversion takes away does not come behind the comment before it', () => {
    const text = 'pakket nl.voorbeeld versie 1.0.0\n  // apart\n  taal engels bron wet "The act"\n';
    expect(convertSource(sourceText('a.waarborg', text), 'en').text).toBe(
      'pack nl.voorbeeld version 1.0.0\n\n// apart\nsource wet "The act"\n',
    );
  });

  it('a character that means nothing, right before a word, stays', () => {
    const text = 'pack nl.example version 1.0.0\n  \u0000use waarborg.analysis 1\n';
    const { text: formatted, extent } = formatSource(sourceText('a.waarborg', text));
    expect(extent).toBe('around-errors');
    expect(formatted).toContain('\u0000');
  });
});
