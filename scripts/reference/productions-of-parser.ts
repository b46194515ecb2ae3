import {
  Alternation,
  Alternative,
  type CstParser,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  Terminal,
  type TokenType,
} from 'chevrotain';
import { keywords } from '../../language/src/syntax/keywords.ts';
import { choiceOf, type Part, type Production, productionNamed, sequenceOf } from './grammar.ts';

const keywordNames: ReadonlySet<string> = new Set(keywords.map(({ token }) => token));

/** The productions of a parser, read from its own description of itself, in the order in which it declares them. */
export function productionsOfParser(parser: CstParser): readonly Production[] {
  return Object.entries(parser.getGAstProductions()).map(([name, rule]) => ({
    name,
    part: sequenceOf(rule.definition.map(partOf)),
  }));
}

function partOf(production: IProduction): Part {
  if (production instanceof Terminal) return partOfToken(production.terminalType);
  if (production instanceof NonTerminal) return productionNamed(production.nonTerminalName);
  if (production instanceof Alternation) return choiceOf(production.definition.map(partOf));
  if (production instanceof Alternative) return sequenceOf(production.definition.map(partOf));
  if (production instanceof Option) return { kind: 'optional', part: within(production) };
  if (production instanceof Repetition) return repeated(production, 0, undefined);
  if (production instanceof RepetitionMandatory) return repeated(production, 1, undefined);
  if (production instanceof RepetitionWithSeparator) return repeated(production, 0, production.separator);
  if (production instanceof RepetitionMandatoryWithSeparator) return repeated(production, 1, production.separator);
  throw new Error(`The parser has a kind of production that the reference cannot show: ${production.constructor.name}`);
}

interface WithDefinition {
  readonly definition: IProduction[];
}

function within({ definition }: WithDefinition): Part {
  return sequenceOf(definition.map(partOf));
}

function repeated(production: WithDefinition, least: 0 | 1, separator: TokenType | undefined): Part {
  const between = separator === undefined ? undefined : partOfToken(separator);
  return { kind: 'repeat', part: within(production), between, least };
}

function partOfToken({ name, PATTERN }: TokenType): Part {
  if (keywordNames.has(name)) return { kind: 'keyword', token: name };
  // Signs have a pattern that is the sign itself; what is read in several forms (names, texts, dates) is a kind of word.
  const sign = PATTERN instanceof RegExp ? PATTERN.source.replaceAll('\\', '') : undefined;
  return sign !== undefined && sign.length <= 2 ? { kind: 'sign', text: sign } : { kind: 'word', token: name };
}
