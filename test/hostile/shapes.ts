import {
  buildProgram,
  compileProgram,
  type DocumentSyntax,
  judge,
  parseDate,
  parsePolicy,
  pointerAt,
  readDocuments,
  sourceText,
  typeManifest,
} from '@waarborg/language';
import { small, smallHead, smallVocabulary } from './small-words.ts';

/** A hostile text of any size, and what is done with it. */
export interface Shape {
  readonly name: string;
  /** A size at which work that is not linear shows. */
  readonly size: number;
  readonly make: (size: number) => string;
  readonly take: (text: string) => void;
}

const day = parseDate('2026-11-23') ?? 0;

function judgeText(text: string, syntax: DocumentSyntax): void {
  for (const document of readDocuments(sourceText('hostile', text), syntax).documents) {
    const typed = typeManifest(document, small.program);
    for (const { span } of typed.diagnostics) pointerAt(document.root, span.start);
    judge(small.compiled, typed, day);
  }
}

function checkText(text: string): void {
  const files = [sourceText('words', smallVocabulary), sourceText('hostile', text)].map(parsePolicy);
  compileProgram(buildProgram(files).program);
}

function repeated(size: number, part: (index: number) => string): string {
  return Array.from({ length: size }, (_, index) => part(index)).join('');
}

const yaml = (name: string, make: (size: number) => string, size = 2000): Shape => ({
  name: `YAML: ${name}`,
  size,
  make,
  take: (text) => judgeText(text, 'yaml'),
});

const json = (name: string, make: (size: number) => string, size = 2000): Shape => ({
  name: `JSON: ${name}`,
  size,
  make,
  take: (text) => judgeText(text, 'json'),
});

const policy = (name: string, make: (size: number) => string, size = 500): Shape => ({
  name: `policy: ${name}`,
  size,
  make: (count) => `pack test.pack version 1.0.0\n  use test.words 1\n${make(count)}`,
  take: checkText,
});

const vocabulary = (name: string, make: (size: number) => string, size = 500): Shape => ({
  name: `vocabulary: ${name}`,
  size,
  make: (count) => `vocabulary test.other version 1.0.0\n${make(count)}`,
  take: checkText,
});

const items = (size: number, value = '1%'): string =>
  `items:\n${repeated(size, (index) => `  - {name: a${index}, value: ${value}}\n`)}`;

const right = 'begins: 2026-01-01, ends: 2026-12-31, reason: x, by: b, ground: g';

function claims(size: number, more: (index: number) => string, exception = 'each/waived'): string {
  const rows = repeated(size, (index) => `  - {reference: r${index}, exception: ${exception}${more(index)}}\n`);
  return `${smallHead}exceptions:\n${rows}`;
}

/** Texts of which the size can be doubled: reading one that is twice as long may take twice the work, and no more. */
export const shapes: readonly Shape[] = [
  yaml('items that pass', (size) => smallHead + items(size)),
  yaml('items that fail', (size) => smallHead + items(size, '9%')),
  yaml('items of which nothing is known', (size) => smallHead + items(size, '')),
  yaml('items that are mistyped', (size) => smallHead + items(size, 'x')),
  yaml('items that are no records', (size) => `${smallHead}items: [${'x, '.repeat(size)}]`),
  yaml('the same item', (size) => `${smallHead}items:\n${'  - {name: a, value: 1%}\n'.repeat(size)}`),
  yaml('items with an unknown key', (size) => `${smallHead}items:\n${'  - {nmae: a}\n'.repeat(size)}`),
  yaml('the same key', (size) => smallHead + 'goal: x\n'.repeat(size)),
  yaml('unknown keys', (size) => smallHead + repeated(size, (index) => `exception${index}: x\n`)),
  yaml(
    'keys of its own, and items',
    (size) => smallHead + repeated(size, (index) => `x_${index}: 1\n`) + items(size, '9%'),
  ),
  yaml(
    'keys of its own in an item',
    (size) => `${smallHead}items:\n  - x: 1\n${repeated(size, (index) => `    x_${index}: 1\n`)}`,
  ),
  yaml('documents', (size) => repeated(size, (index) => `---\n${smallHead}x_n: ${index}\n`), 500),
  yaml('documents that are broken', (size) => '---\n[\n'.repeat(size), 500),
  yaml('documents, of which the last is broken', (size) => `${repeated(size, () => `---\n${smallHead}`)}---\n[`, 500),
  yaml('documents that are empty', (size) => '---\n'.repeat(size), 500),
  yaml('documents that are too deep', (size) => `---\n${'['.repeat(300)}\n`.repeat(size), 50),
  yaml(
    'documents with an alias bomb each',
    (size) =>
      repeated(
        size,
        () =>
          `---\n${smallHead}x_a: &a [1,1,1,1,1]\nx_b: &b [*a,*a,*a,*a,*a]\nx_c: &c [*b,*b,*b,*b,*b]\nitems: [*c,*c,*c,*c]\n`,
      ),
    100,
  ),
  yaml(
    'a long text that aliases repeat',
    (size) => `${smallHead}goal: &a ${'9'.repeat(size * 8)}\nitems:\n${'  - {name: a, value: *a}\n'.repeat(size)}`,
  ),
  yaml('aliases of nothing', (size) => `${smallHead}items: [${'*a, '.repeat(size)}]`),
  yaml(
    'merges of a map',
    (size) =>
      `${smallHead}x_a: &a {${repeated(40, (index) => `k${index}: 1, `)}}\nitems:\n${'  - {<<: *a}\n'.repeat(size)}`,
    200,
  ),
  yaml('merges of no map', (size) => `${smallHead}<<: [${'a, '.repeat(size)}]`),
  yaml('tags that mean nothing', (size) => `${smallHead}items: [${'!x a, '.repeat(size)}]`),
  yaml('lines of a text', (size) => `${smallHead}goal: |\n${'  x\n'.repeat(size)}`),
  yaml('comments', (size) => smallHead + '# x\n'.repeat(size)),
  yaml('brackets', (size) => '['.repeat(size), 20_000),
  yaml('braces', (size) => '{a: '.repeat(size), 20_000),
  yaml('dashes', (size) => '- '.repeat(size), 20_000),
  yaml(
    'claims of one item each',
    (size) => claims(size, (index) => `, subjects: [a${size - index}], ${right}`) + items(size, '9%'),
    500,
  ),
  yaml('claims of all items', (size) => claims(size, () => `, ${right}`) + items(size, '9%'), 500),
  yaml(
    'claims that may be right',
    (size) => claims(size, (index) => `, subjects: [a${index}]`) + items(size, '9%'),
    500,
  ),
  yaml(
    'claims that are wrong',
    (size) =>
      claims(size, (index) => `, subjects: [b${index}], ${right.replace('2026-12-31', '2026-02-01')}`) +
      items(size, '9%'),
    500,
  ),
  yaml(
    'claims of an exception that is not there',
    (size) => claims(size, () => '', 'each/nothing') + items(size, '9%'),
    500,
  ),
  yaml('claims of a rule that is not there', (size) => claims(size, () => '', 'eahc/waived'), 500),
  yaml(
    'one claim of many items',
    (size) =>
      claims(1, () => `, subjects: [${repeated(size, (index) => `a${size - index}, `)}], ${right}`) + items(size, '9%'),
    500,
  ),
  yaml(
    'explanations of one item each',
    (size) =>
      `${smallHead}explanations:\n${repeated(size, (index) => `  - {reference: r${index}, rule: each, subjects: [a${size - index}], begins: 2026-01-01, ends: 2026-12-31, reason: x, by: b}\n`)}${items(size, '9%')}`,
    500,
  ),
  yaml(
    'explanations of all items',
    (size) =>
      `${smallHead}explanations:\n${repeated(size, (index) => `  - {reference: r${index}, rule: each, begins: 2026-01-01, ends: 2026-12-31, reason: x, by: b}\n`)}${items(size, '9%')}`,
    500,
  ),
  json(
    'items that fail',
    (size) =>
      `{"vocabulary": "test.words 1", "id": "t", "items": [${repeated(size, (index) => `{"name": "a${index}", "value": 0.9}, `)}{"name": "z"}]}`,
  ),
  json('the same key', (size) => `{"vocabulary": "test.words 1", "id": "t"${', "goal": "x"'.repeat(size)}}`),
  json('brackets', (size) => '['.repeat(size), 20_000),
  json('objects', (size) => '{"a":'.repeat(size), 20_000),
  policy('rules', (size) => repeated(size, (index) => `rule r${index} "R" { mandatory chosen by "t" require flag }\n`)),
  policy('the same rule', (size) => 'rule r "R" { mandatory chosen by "t" require flag }\n'.repeat(size)),
  policy('rules that ask nothing', (size) => 'rule r "R" { }\n'.repeat(size)),
  policy('rules with an unknown field', (size) =>
    repeated(size, (index) => `rule r${index} "R" { mandatory chosen by "t" require flagg }\n`),
  ),
  policy('misspelt clauses', (size) => 'rule r "R" { mandatory chosen by "t" requre flag }\n'.repeat(size), 2000),
  policy(
    'unknown purposes',
    (size) =>
      repeated(6000, (index) => `purpose p${index}\n`) +
      repeated(
        size,
        (index) => `rule r${index} "R" { mandatory chosen by "t" require purpose falls under q${index} }\n`,
      ),
    200,
  ),
  policy(
    'unknown sources',
    (size) =>
      repeated(6000, (index) => `source s${index} "S"\n`) +
      repeated(size, (index) => `rule r${index} "R" { mandatory cites t${index} "x" require flag }\n`),
    200,
  ),
  policy(
    'exceptions of one rule',
    (size) =>
      `rule r "R" { mandatory chosen by "t" require flag ${repeated(size, (index) => `except e${index} { ground "x" }\n`)} }`,
  ),
  policy(
    'obligations with an exception each',
    (size) =>
      `rule r "R" { mandatory chosen by "t" ${repeated(size, (index) => `require o${index}: flag `)} ${repeated(size, (index) => `except e${index} for o${index} { ground "x" }\n`)} }`,
  ),
  policy(
    'exceptions for nothing',
    (size) =>
      `rule r "R" { mandatory chosen by "t" require flag ${repeated(size, (index) => `except e${index} for x${index} { ground "x" }\n`)} }`,
  ),
  policy('parameters', (size) => repeated(size, (index) => `parameter p${index}: number = 1 set by "A" because "B"\n`)),
  policy('purposes in a chain', (size) =>
    repeated(size, (index) => `purpose p${index} under p${index + 1}\n`).concat(`purpose p${size}\n`),
  ),
  policy('purposes in a circle', (size) =>
    repeated(size, (index) => `purpose p${index} under p${(index + 1) % size}\n`),
  ),
  policy('the same purpose', (size) => 'purpose p\n'.repeat(size)),
  policy('definitions in a chain', (size) =>
    repeated(size, (index) => `define d${index}: ${index === 0 ? 'flag' : `d${index - 1}`}\n`),
  ),
  policy(
    'definitions in a chain, the last first',
    (size) => `${repeated(size, (index) => `define d${index}: d${index + 1}\n`)}define d${size}: flag\n`,
  ),
  policy(
    'definitions that double',
    (size) =>
      `${repeated(size, (index) => `define d${index}: ${index === 0 ? 'flag' : `d${index - 1} and d${index - 1}`}\n`)}rule r "R" { mandatory chosen by "t" require d${size - 1} }`,
  ),
  policy('parentheses', (size) => `rule r "R" { require ${'('.repeat(size)}`, 5000),
  policy('negations', (size) => `rule r "R" { require ${'not '.repeat(size)}flag }`, 5000),
  policy('quantifiers', (size) => `rule r "R" { require ${'every x in items: '.repeat(size)}flag }`, 2000),
  policy('braces', (size) => '{'.repeat(size), 5000),
  policy('conjunctions', (size) => `rule r "R" { mandatory chosen by "t" require ${'flag and '.repeat(size)}flag }`),
  policy('steps of a path', (size) => `rule r "R" { mandatory chosen by "t" require flag${'.x'.repeat(size)} }`),
  policy('characters that are no token', (size) => '§ '.repeat(size), 2000),
  policy('quotes that are left open', (size) => 'rule r "x\n'.repeat(size)),
  policy('smart quotes', (size) => '“x” '.repeat(size)),
  vocabulary(
    'records in a chain',
    (size) => `${repeated(size, (index) => `record r${index} { f: r${index + 1} }\n`)}record r${size} { f: text }\n`,
  ),
  vocabulary(
    'records that double',
    (size) =>
      `${repeated(size, (index) => `record r${index} { f: r${index + 1}  g: r${index + 1} }\n`)}record r${size} { f: text }\n`,
  ),
  vocabulary('records in a circle', (size) =>
    repeated(size, (index) => `record r${index} { f: r${(index + 1) % size} }\n`),
  ),
  vocabulary('fields', (size) => `manifest m { id: text role id ${repeated(size, (index) => `f${index}: text `)} }`),
  vocabulary('choices', (size) => `choices c { ${repeated(size, (index) => `c${index} `)} }`),
];
