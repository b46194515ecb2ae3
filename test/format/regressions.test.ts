import { convertSource, formatSource, sourceText } from '@waarborg/language';
import { describe, expect, it } from 'vitest';

describe('texts that were once formatted wrongly', () => {
  it('a declaration on the line of a clause that conversion takes away does not come behind the comment before it', () => {
    const text = 'pakket nl.voorbeeld versie 1.0.0\n  // apart\n  taal engels bron wet "The act"\n';
    expect(convertSource(sourceText('a.waarborg', text), 'en').text).toBe(
      'pack nl.voorbeeld version 1.0.0\n\n// apart\nsource wet "The act"\n',
    );
  });

  it('a clause with a comment inside it stays when conversion would say it already', () => {
    const text =
      'pakket nl.voorbeeld versie 1.0.0\n  taal // met een reden\n engels bron wet "The act" // en nog een\n';
    const source = sourceText('a.waarborg', text);
    const converted = convertSource(source, 'en');
    expect(converted.extent).toBe('whole');
    expect(converted.text).toContain('// met een reden');
    expect(converted.text).toContain('// en nog een');
    expect(formatSource(sourceText('a.waarborg', converted.text)).text).toBe(converted.text);
  });

  it('a character that means nothing, right before a word, stays', () => {
    const text = 'pack nl.example version 1.0.0\n  \u0000use waarborg.analysis 1\n';
    const { text: formatted, extent } = formatSource(sourceText('a.waarborg', text));
    expect(extent).toBe('around-errors');
    expect(formatted).toContain('\u0000');
  });
});
