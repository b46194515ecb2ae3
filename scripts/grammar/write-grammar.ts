import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { textMateGrammar } from './text-mate-grammar.ts';

// Writes the grammar of editors from the table of keywords: `npm run grammar`.

const file = join(import.meta.dirname, '../../client/syntaxes/waarborg.tmLanguage.json');
writeFileSync(file, `${JSON.stringify(textMateGrammar(), undefined, 2)}\n`);
