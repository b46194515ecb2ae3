import { sourceText } from '../source/source.ts';
import type { Expression, PackFile, RuleDeclaration, SyntaxFile, VocabularyFile } from './ast.ts';
import { type ParsedFile, parsePolicy } from './parse.ts';

/** Parses a text that a test holds. */
export function parseText(text: string): ParsedFile {
  return parsePolicy(sourceText('test.waarborg', text));
}

/** The codes of what is wrong with a text, in order of place. */
export function codesOf(text: string): readonly string[] {
  return parseText(text).diagnostics.map((found) => found.code);
}

/** The file as a pack, or an error that tells what it is. */
export function packOf(text: string): PackFile {
  const { file } = parseText(text);
  if (file.kind !== 'pack') throw new Error(`A ${file.kind} file where a pack is tested`);
  return file;
}

/** The file as a vocabulary, or an error that tells what it is. */
export function vocabularyOf(text: string): VocabularyFile {
  const { file } = parseText(text);
  if (file.kind !== 'vocabulary') throw new Error(`A ${file.kind} file where a vocabulary is tested`);
  return file;
}

/** The rules of a pack, in source order. */
export function rulesOf(file: SyntaxFile): readonly RuleDeclaration[] {
  return file.kind === 'pack' ? file.items.filter((item) => item.kind === 'rule') : [];
}

/** A tree without places, for comparisons. */
export function withoutSpans(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSpans);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (key === 'span' ? [] : [[key, withoutSpans(part)]])),
  );
}

/** An expression as a short text with parentheses everywhere, so that a test shows how it was read. */
export function shown(expression: Expression): string {
  switch (expression.kind) {
    case 'missing':
      return '?';
    case 'literal': {
      const { value } = expression;
      if (value.kind === 'text') return JSON.stringify(value.text);
      if (value.kind === 'number' || value.kind === 'percentage') return value.written;
      if (value.kind === 'date') return `day ${value.day}`;
      return value.kind === 'duration' ? `${value.duration.months}m${value.duration.days}d` : value.yes ? 'yes' : 'no';
    }
    case 'path':
      return [expression.root, ...expression.steps].map((name) => name.text).join('.');
    case 'parameter-reference':
      return `$${expression.name.text}`;
    case 'list':
      return `[${expression.items.map(shown).join(', ')}]`;
    case 'not':
      return `(not ${shown(expression.operand)})`;
    case 'and':
    case 'or':
      return `(${expression.operands.map(shown).join(` ${expression.kind} `)})`;
    case 'compare':
      return `(${shown(expression.left)} ${expression.operator}${expression.dates ? '@' : ''} ${shown(expression.right)})`;
    case 'recorded':
      return `(${shown(expression.operand)} ${expression.negated ? 'un' : ''}recorded)`;
    case 'one-of':
      return `(${shown(expression.operand)} ${expression.negated ? 'not ' : ''}one-of ${shown(expression.list)})`;
    case 'contains':
      return `(${shown(expression.list)} contains ${shown(expression.item)})`;
    case 'within':
    case 'falls-under':
    case 'compatible-with':
      return `(${shown(expression.left)} ${expression.kind} ${shown(expression.right)})`;
    case 'quantified':
      return `(${expression.quantifier} ${expression.variable.text} in ${shown(expression.list)}${whereOf(expression)}: ${shown(expression.body)})`;
    case 'each':
      return `(${expression.quantifier} ${shown(expression.path)}${expression.ifAny ? ' if-any' : ''})`;
    case 'aggregate': {
      const variable = expression.variable === undefined ? '' : `${expression.variable.text} in `;
      const where = expression.where === undefined ? '' : ` where ${shown(expression.where)}`;
      return `(${expression.function} ${variable}${shown(expression.list)}${where})`;
    }
    case 'arithmetic':
      return `(${shown(expression.left)} ${expression.operator} ${shown(expression.right)})`;
  }
}

function whereOf({ where, ifAny }: Extract<Expression, { readonly kind: 'quantified' }>): string {
  return `${where === undefined ? '' : ` where ${shown(where)}`}${ifAny ? ' if-any' : ''}`;
}
