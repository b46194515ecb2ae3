import type { Language } from '@waarborg/language';
import { diagramOf } from './diagram.ts';
import { type Production, productionsIn } from './grammar.ts';
import { nameOfProduction } from './grammar-words.ts';
import { policyGrammar, testsGrammar } from './readable-grammar.ts';
import { slugOf } from './slug.ts';
import { writtenProduction } from './written-grammar.ts';

/** The productions of a page, by what they are about. */
const groups: readonly { readonly en: string; readonly nl: string; readonly productions: readonly string[] }[] = [
  {
    en: 'Packs',
    nl: 'Pakketten',
    productions: ['packFile', 'packHeader', 'packItem', 'scope', 'note', 'text', 'qualifiedName', 'names'],
  },
  {
    en: 'Sources, purposes, parameters, definitions',
    nl: 'Bronnen, doelen, parameters, begrippen',
    productions: ['source', 'passage', 'purpose', 'cut', 'compatible', 'parameter', 'type', 'define'],
  },
  {
    en: 'Rules',
    nl: 'Regels',
    productions: [
      ...['rule', 'clause', 'level', 'cites', 'forEach', 'obligation', 'satisfied', 'require', 'demand', 'limit'],
      ...['measured', 'disclose', 'except', 'ground'],
    ],
  },
  {
    en: 'Conditions and values',
    nl: 'Voorwaarden en waarden',
    productions: [
      ...['condition', 'term', 'quantified', 'comparison', 'operator', 'operand', 'arithmetic', 'primary', 'each'],
      ...['countWhere', 'aggregate', 'list', 'path'],
    ],
  },
  {
    en: 'Vocabularies',
    nl: 'Woordenlijsten',
    productions: ['vocabularyFile', 'vocabularyHeader', 'vocabularyItem', 'record', 'field', 'choices', 'choice'],
  },
  {
    en: 'Tests of rules',
    nl: 'Toetsen van regels',
    productions: [
      ...['testsFile', 'manifest', 'test', 'given', 'change', 'valuePath', 'value', 'group', 'valueList', 'table'],
      ...['cell', 'expectation', 'outcome'],
    ],
  },
];

const introductions = {
  en: `# The grammar in diagrams

What may be written, drawn. Follow the line from left to right: what is in a **rounded** box stands as it is written, what is in a **square** one is another
diagram, or a kind of word in capitals ([words](grammar.md#words)). A line past a box leaves it out; a line back repeats it. Below each diagram the same
stands in words, where \`[ x ]\` may be left out, \`{ x }\` may be repeated, and \`a | b\` is a choice.

These pictures are made from the parser, with the keywords of the [keyword table](keywords.md), by \`npm run reference\`. [The grammar](grammar.md) says the
same with the rules that no picture shows; [the constructs](constructs/README.md) say what it means. The same [in Dutch](diagrammen.md).
`,
  nl: `# De grammatica in diagrammen

Wat er kan worden geschreven, in de Nederlandse spelling, getekend. Volg de lijn van links naar rechts: wat in een **afgerond** kader staat, staat er
letterlijk zo; wat in een **recht** kader staat, is een ander diagram, of een soort woord in hoofdletters. Een lijn langs een kader slaat het over; een lijn
terug herhaalt het. Onder elk diagram staat hetzelfde in woorden: \`[ x ]\` mag worden weggelaten, \`{ x }\` mag worden herhaald, en \`a | b\` is een keuze.

De tekeningen komen uit de parser zelf, met de woorden van de [woordentabel](keywords.md), door \`npm run reference\`. [Wat elk onderdeel
betekent](constructs/README.md) staat er in beide spellingen bij. Hetzelfde [in het Engels](diagrams.md).
`,
} as const;

const usesWords = { en: 'Uses', nl: 'Gebruikt' } as const;

/** The pages with diagrams and the pictures on them, by their paths below `docs/reference`. */
export function grammarPages(): ReadonlyMap<string, string> {
  const productions = productionsByName();
  const listed = groups.flatMap((group) => group.productions);
  const unlisted = [...productions.keys()].filter((name) => !listed.includes(name));
  if (unlisted.length > 0) throw new Error(`No group of grammar-pages.ts has ${unlisted.join(', ')}`);
  const pages = new Map<string, string>([
    ['diagrams.md', pageOf(productions, 'en')],
    ['diagrammen.md', pageOf(productions, 'nl')],
  ]);
  for (const production of productions.values()) {
    for (const language of ['en', 'nl'] as const) {
      pages.set(picturePath(production.name, language), diagramOf(production, language));
    }
  }
  return pages;
}

/** What packs and tests both have, under one name, is the same. */
function productionsByName(): ReadonlyMap<string, Production> {
  const productions = new Map<string, Production>();
  for (const production of [...policyGrammar(), ...testsGrammar()]) {
    const other = productions.get(production.name);
    if (other !== undefined && JSON.stringify(other) !== JSON.stringify(production)) {
      throw new Error(
        `Packs and tests have different productions ${production.name}: rename one in readable-grammar.ts`,
      );
    }
    productions.set(production.name, production);
  }
  return productions;
}

function pageOf(productions: ReadonlyMap<string, Production>, language: Language): string {
  const sections = groups.map((group) => {
    const parts = group.productions.map((name) => {
      const production = productions.get(name);
      if (production === undefined) throw new Error(`The grammar has no production ${name}: adapt grammar-pages.ts`);
      return sectionOf(production, language);
    });
    return `## ${group[language]}\n\n${parts.join('\n')}`;
  });
  return `${introductions[language]}\n${sections.join('\n')}`;
}

function sectionOf({ name, part }: Production, language: Language): string {
  const title = nameOfProduction(name, language);
  const used = [...new Set(productionsIn(part))].filter((each) => each !== name);
  const links = used.map((each) => linkTo(each, language)).join(', ');
  return [
    `### ${title}`,
    '',
    `![${title}](${picturePath(name, language)})`,
    '',
    '```text',
    writtenProduction(name, part, language),
    '```',
    ...(used.length === 0 ? [''] : ['', `${usesWords[language]}: ${links}`, '']),
  ].join('\n');
}

function linkTo(name: string, language: Language): string {
  const title = nameOfProduction(name, language);
  return `[${title}](#${slugOf(title)})`;
}

function picturePath(name: string, language: Language): string {
  const file = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `diagrams/${language}/${file}.svg`;
}
