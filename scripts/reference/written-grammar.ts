import type { Language } from '@waarborg/language';
import type { Part } from './grammar.ts';
import { nameOfProduction, nameOfWord, spellingOf } from './grammar-words.ts';

const widest = 100;

/** A production in words: `[ x ]` may be left out, `{ x }` may be repeated, `a | b` is a choice. */
export function writtenProduction(name: string, part: Part, language: Language): string {
  const head = `${nameOfProduction(name, language)} =`;
  const alternatives = part.kind === 'choice' ? part.parts : [part];
  const lines = alternatives.flatMap((each, index) => wrapped(index === 0 ? '  ' : '| ', written(each, language)));
  const only = lines.length === 1 ? `${head} ${lines[0]?.trim() ?? ''}` : undefined;
  return only !== undefined && only.length <= widest ? only : [head, ...lines.map((line) => `  ${line}`)].join('\n');
}

/** A part in words, on one line. */
function written(part: Part, language: Language): string {
  const within = (each: Part): string => written(each, language);
  switch (part.kind) {
    case 'sequence':
      return part.parts.map((each) => (each.kind === 'choice' ? `( ${within(each)} )` : within(each))).join(' ');
    case 'choice':
      return part.parts.map(within).join(' | ');
    case 'optional':
      return `[ ${within(part.part)} ]`;
    case 'repeat':
      return writtenRepeat(part, within);
    case 'keyword':
      return `'${spellingOf(part.token, language, part.form)}'`;
    case 'sign':
      return `'${part.text}'`;
    case 'word':
      return nameOfWord(part.token, language);
    case 'production':
      return `<${nameOfProduction(part.name, language)}>`;
  }
}

function writtenRepeat(part: Part & { readonly kind: 'repeat' }, within: (part: Part) => string): string {
  const one = part.part.kind === 'choice' ? `( ${within(part.part)} )` : within(part.part);
  const more = part.between === undefined ? within(part.part) : `${within(part.between)} ${one}`;
  if (part.least === 1) return `${one} { ${more} }`;
  return part.between === undefined ? `{ ${more} }` : `[ ${one} { ${more} } ]`;
}

/** A line broken before words, so that no line is wider than a page. */
function wrapped(first: string, text: string): readonly string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of unbroken(text)) {
    if (line.trim() !== '' && line.length + word.length > widest) {
      lines.push(line.trimEnd());
      line = '      ';
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}

/** Phrases and names of productions have spaces in them and stay whole; brackets stay with what they hold. */
function unbroken(text: string): readonly string[] {
  const words: string[] = [];
  for (const word of text.match(/'[^']*'|<[^>]*>|\S+/g) ?? []) {
    const last = words.at(-1);
    const together = last !== undefined && (/^[\])}]$/.test(word) || /(?:^| )[[({|]$/.test(last));
    if (together) words[words.length - 1] = `${last} ${word}`;
    else words.push(word);
  }
  return words;
}
