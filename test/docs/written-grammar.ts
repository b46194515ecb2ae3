import { choiceOf, type Part, type Production, sequenceOf } from '../../scripts/reference/grammar.ts';

/** The kinds of words that the pages define in prose, with the token that each is. */
const words: ReadonlyMap<string, string> = new Map([
  ['NAME', 'AnyName'],
  ['STRING', 'AnyText'],
  ['NUMBER', 'AnyNumber'],
  ['SHARE', 'AnyPercentage'],
  ['DATE', 'AnyDate'],
  ['VERSION', 'VersionLiteral'],
  ['IRI', 'Iri'],
]);

/**
 * Reads productions as the pages write them: `name  'words' | [ left out ] { repeated } other-production`. A production
 * begins at the beginning of a line. Throws where brackets do not close.
 */
export function readWrittenGrammar(text: string): readonly Production[] {
  const starts = text.split(/\n(?=\S)/).filter((each) => each.trim() !== '');
  return starts.map((each) => {
    const [, name = '', body = ''] = /^(\S+)\s+(.*)$/s.exec(each) ?? [];
    const signs = body.match(/'[^']*'|[^\s()[\]{}|']+|[()[\]{}|]/g) ?? [];
    const reading: Reading = { signs, at: 0 };
    const part = readChoice(reading);
    if (reading.at < signs.length)
      throw new Error(`${name}: nothing opens the ${signs[reading.at]} after ${signs.slice(0, reading.at).join(' ')}`);
    return { name, part };
  });
}

interface Reading {
  readonly signs: readonly string[];
  at: number;
}

function readChoice(reading: Reading): Part {
  const alternatives = [readSequence(reading)];
  while (reading.signs[reading.at] === '|') {
    reading.at += 1;
    alternatives.push(readSequence(reading));
  }
  return choiceOf(alternatives);
}

const brackets: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

function readSequence(reading: Reading): Part {
  const parts: Part[] = [];
  for (;;) {
    const sign = reading.signs[reading.at];
    if (sign === undefined || sign === '|' || Object.values(brackets).includes(sign)) return sequenceOf(parts);
    reading.at += 1;
    const closing = brackets[sign];
    if (closing === undefined) {
      parts.push(leaf(sign));
      continue;
    }
    const within = readChoice(reading);
    if (reading.signs[reading.at] !== closing)
      throw new Error(`${closing} is missing after ${reading.signs.slice(0, reading.at).join(' ')}`);
    reading.at += 1;
    parts.push(bracketed(sign, within));
  }
}

function bracketed(opening: string, part: Part): Part {
  if (opening === '[') return { kind: 'optional', part };
  return opening === '{' ? { kind: 'repeat', part, between: undefined, least: 0 } : part;
}

function leaf(sign: string): Part {
  if (sign.startsWith("'")) return { kind: 'sign', text: sign.slice(1, -1) };
  const token = words.get(sign);
  return token === undefined ? { kind: 'production', name: sign } : { kind: 'word', token };
}
