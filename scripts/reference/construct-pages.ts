import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FencedBlock, fencedBlocks } from './fenced-blocks.ts';

/** An example of a construct: the same files in both spellings, and what they come to. */
export interface ConstructExample {
  readonly heading: string;
  /** Whole files of a pack, or of the vocabulary that it uses. */
  readonly english: readonly string[];
  readonly dutch: readonly string[];
  /** Tests of the pack, which hold for either spelling. */
  readonly tests: string;
  readonly line: number;
}

/** A page about a construct. */
export interface ConstructPage {
  /** The name of its file, without the extension. */
  readonly name: string;
  readonly title: string;
  /** The title in Dutch. */
  readonly dutchTitle: string;
  readonly text: string;
  readonly examples: readonly ConstructExample[];
}

const folder = join(import.meta.dirname, '../../docs/reference/constructs');

const englishHead = `pack nl.example version 1.0.0
  use waarborg.analysis 1

`;

const dutchHead = `pakket nl.example versie 1.0.0
  gebruik waarborg.analysis 1

`;

/** The pages on constructs in the order of their names; the list of them, `README.md`, is none. */
export function readConstructPages(): readonly ConstructPage[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .sort()
    .map((file) => constructPage(file.replace(/\.md$/, ''), readFileSync(join(folder, file), 'utf8')));
}

function constructPage(name: string, text: string): ConstructPage {
  const [first = '', , second = ''] = text.split('\n', 3);
  const title = /^# (.+)$/.exec(first)?.[1];
  const dutchTitle = /^\*(.+)\*$/.exec(second)?.[1];
  if (title === undefined || dutchTitle === undefined) {
    throw new Error(`${name}.md begins with its title, an empty line, and its title in Dutch between asterisks`);
  }
  return { name, title, dutchTitle, text, examples: examplesOf(name, fencedBlocks(text)) };
}

/** An example is English files, as many Dutch ones, and tests, in that order; other blocks of code do not stand here. */
function examplesOf(page: string, blocks: readonly FencedBlock[]): readonly ConstructExample[] {
  const examples: ConstructExample[] = [];
  let rest = blocks;
  while (rest.length > 0) {
    const english = leading(rest, ({ language, label }) => language === 'waarborg' && label === '');
    const dutch = leading(
      rest.slice(english.length),
      ({ language, label }) => language === 'waarborg' && label === 'nl',
    );
    const [tests] = rest.slice(english.length + dutch.length);
    const at = `${page}.md:${rest[0]?.line ?? 0}`;
    if (english.length === 0 || english.length !== dutch.length || tests?.language !== 'waarborg-tests') {
      throw new Error(`${at}: an example is \`waarborg\`, as many times \`waarborg nl\`, and then \`waarborg-tests\``);
    }
    examples.push({
      heading: tests.heading,
      english: english.map(({ text }) => whole(text, englishHead)),
      dutch: dutch.map(({ text }) => whole(text, dutchHead)),
      tests: `tests nl.example as of 2026-11-23\n\n${tests.text}`,
      line: english[0]?.line ?? 0,
    });
    rest = rest.slice(english.length + dutch.length + 1);
  }
  return examples;
}

function leading(blocks: readonly FencedBlock[], fits: (block: FencedBlock) => boolean): readonly FencedBlock[] {
  const end = blocks.findIndex((block) => !fits(block));
  return end === -1 ? blocks : blocks.slice(0, end);
}

/** What begins with the head of a file stands by itself; anything else gets the usual head. */
function whole(text: string, head: string): string {
  return /^(?:pack|vocabulary|pakket|woordenlijst) /.test(text) ? text : head + text;
}
