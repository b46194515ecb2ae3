import { keywords } from '../../language/src/syntax/keywords.ts';
import { choiceOf, type Part, type Production, productionNamed, sequenceOf } from './grammar.ts';

/** A piece of the grammar as a parser of Chevrotain describes it; its own types leave out what depends on the piece. */
interface Described {
  readonly type: string;
  /** Of a rule and a mention of one, and of a token. */
  readonly name?: string;
  /** The regular expression of a token, where it has one. */
  readonly pattern?: string;
  /** The token between what is repeated. */
  readonly separator?: Described;
  readonly definition?: readonly Described[];
}

/** A parser that can describe its grammar. */
interface DescribedParser {
  getSerializedGastProductions(): readonly Described[];
}

const keywordNames: ReadonlySet<string> = new Set(keywords.map(({ token }) => token));

/** The productions of a parser, read from its own description of itself, in the order in which it declares them. */
export function productionsOfParser(parser: DescribedParser): readonly Production[] {
  return parser.getSerializedGastProductions().map((rule) => ({ name: nameOf(rule), part: within(rule) }));
}

function partOf(described: Described): Part {
  switch (described.type) {
    case 'Terminal':
      return partOfToken(described);
    case 'NonTerminal':
      return productionNamed(nameOf(described));
    case 'Alternation':
      return choiceOf(described.definition?.map(partOf) ?? []);
    case 'Alternative':
      return within(described);
    case 'Option':
      return { kind: 'optional', part: within(described) };
    case 'Repetition':
    case 'RepetitionWithSeparator':
      return repeated(described, 0);
    case 'RepetitionMandatory':
    case 'RepetitionMandatoryWithSeparator':
      return repeated(described, 1);
    default:
      throw new Error(`The reference cannot show ${described.type}, which the parser has now`);
  }
}

function nameOf({ type, name }: Described): string {
  if (name === undefined) throw new Error(`A ${type} of the parser has no name`);
  return name;
}

function within({ definition = [] }: Described): Part {
  return sequenceOf(definition.map(partOf));
}

function repeated(described: Described, least: 0 | 1): Part {
  const { separator } = described;
  return {
    kind: 'repeat',
    part: within(described),
    between: separator === undefined ? undefined : partOf(separator),
    least,
  };
}

function partOfToken(token: Described): Part {
  const name = nameOf(token);
  if (keywordNames.has(name)) return { kind: 'keyword', token: name };
  // Signs have a pattern that is the sign itself; what is read in several forms (names, texts, dates) is a kind of word.
  const sign = token.pattern?.replaceAll('\\', '');
  return sign !== undefined && sign.length <= 2 ? { kind: 'sign', text: sign } : { kind: 'word', token: name };
}
