import { convertSource, formatSource, sourceText } from '@waarborg/language';
import { describe, expect } from 'vitest';
import { renderDiagnostic } from '../../../language/src/diagnostic/render.ts';
import { testGoldenFiles } from '../golden.ts';

describe('formatting, before and after', () => {
  testGoldenFiles(new URL('./', import.meta.url), (source, name) => {
    const { text, errors, extent } = formatSource(sourceText(name, source));
    // Every golden file is a test of that too.
    expect(formatSource(sourceText(name, text)).text).toBe(text);
    if (errors.length > 0) {
      const told = errors.map((error) => renderDiagnostic(error, 'en')).join('\n');
      return [
        { heading: extent, text: text.trimEnd() },
        { heading: 'because', text: told },
      ];
    }
    const spelling = /^(?:\s|\/\/.*)*(?:pakket|woordenlijst|toetsen)\b/.test(source) ? 'en' : 'nl';
    const converted = convertSource(sourceText(name, source), spelling);
    expect(converted.errors).toEqual([]);
    return [
      { heading: 'formatted', text: text.trimEnd() },
      { heading: `in the ${spelling === 'en' ? 'English' : 'Dutch'} spelling`, text: converted.text.trimEnd() },
    ];
  });
});
