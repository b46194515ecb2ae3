import { dutchType } from '../../core/lower-literal.ts';
import type { Localized } from '../../diagnostic/diagnostic.ts';
import { untranslated } from '../../diagnostic/diagnostic.ts';
import type { Pack } from '../../model/model.ts';
import { describeType, type Type } from '../../model/types.ts';
import { localizedText, resolveType } from '../../model/vocabulary.ts';
import type { Span } from '../../source/source.ts';
import type { ParameterDeclaration, RuleDeclaration, SourceDeclaration } from '../../syntax/ast.ts';
import { formatDate } from '../../values/calendar.ts';
import { typeNamesOf } from './names/types-of.ts';
import type { Declared, NamedSymbol } from './symbol.ts';

/** What a declaration says of what it declares. */
export interface SymbolDescription {
  /** The type, or the value as it is written; undefined where it has neither. */
  readonly type: Localized | undefined;
  /** What it says of itself, and what else there is to know, a paragraph each. */
  readonly paragraphs: readonly Localized[];
  /** A piece of the policy that belongs to it, as it is written; undefined where there is none. */
  readonly written: string | undefined;
}

/** What there is to know of what a name stands for. */
export function describeSymbol(symbol: NamedSymbol): SymbolDescription {
  const { type, paragraphs = [], written } = facts(symbol);
  return { type, paragraphs: paragraphs.filter((paragraph) => paragraph !== undefined), written };
}

interface Facts {
  readonly type?: Localized;
  readonly paragraphs?: readonly (Localized | undefined)[];
  readonly written?: string;
}

function facts({ of }: NamedSymbol): Facts {
  switch (of.kind) {
    case 'pack':
      return { type: untranslated(of.pack.version), paragraphs: [localizedText(of.pack.title)] };
    case 'vocabulary':
      return { type: untranslated(of.vocabulary.version), paragraphs: [localizedText(of.vocabulary.title)] };
    case 'alias':
      return { type: untranslated(of.use.name.text) };
    case 'source':
      return factsOfSource(of.declaration);
    case 'purpose':
      return { paragraphs: [localizedText(of.declaration.text), openWords(of)] };
    case 'parameter':
      return factsOfParameter(of.declaration, of.pack);
    case 'define':
      return { paragraphs: [localizedText(of.declaration.text)], written: textOf(of.declaration.expression.span) };
    case 'rule':
      return { paragraphs: [localizedText(of.declaration.title)], ...levelOf(of.declaration) };
    case 'duty':
      return { written: textOf(of.declaration.span), paragraphs: [localizedText(of.rule.title)] };
    case 'exception':
      return { paragraphs: [localizedText(of.declaration.text)] };
    case 'item':
      return { type: typeWords(of.type) };
    case 'record':
      return { paragraphs: [localizedText(of.record.text)] };
    case 'field':
      return {
        type: typeWords(of.field.type),
        paragraphs: [localizedText(of.field.text), closedWords(of.field.closed)],
      };
    case 'choices':
      return { paragraphs: [localizedText(of.choices.text)] };
    case 'choice':
      return { type: untranslated(of.choices.name), paragraphs: [localizedText(of.choice.text)] };
    case 'test':
    case 'test-manifest':
      return {};
  }
}

function factsOfSource({ title, address, inForce }: SourceDeclaration): Facts {
  const from = inForce.find(({ edge }) => edge === 'from')?.day;
  const until = inForce.find(({ edge }) => edge === 'until')?.day;
  const since = from === undefined ? undefined : formatDate(from);
  const to = until === undefined ? undefined : formatDate(until);
  return {
    paragraphs: [
      localizedText(title),
      address === undefined ? undefined : untranslated(address.text),
      since === undefined ? undefined : { en: `In force from ${since}`, nl: `Geldt vanaf ${since}` },
      to === undefined ? undefined : { en: `In force until ${to}`, nl: `Geldt tot en met ${to}` },
    ],
  };
}

function factsOfParameter(declaration: ParameterDeclaration, pack: Pack): Facts {
  const type = resolveType(declaration.type, typeNamesOf(pack), () => undefined, false);
  const setBy = localizedText(declaration.setBy);
  const value = textOf(declaration.value.span);
  return {
    type: { en: `${describeType(type)} = ${value}`, nl: `${dutchType(type)} = ${value}` },
    paragraphs: [
      setBy === undefined ? undefined : { en: `Set by ${setBy.en}`, nl: `Vastgesteld door ${setBy.nl}` },
      localizedText(declaration.because),
    ],
  };
}

function levelOf({ clauses }: RuleDeclaration): Facts {
  const level = clauses.find((clause) => clause.kind === 'level');
  return level === undefined ? {} : { type: levelWords[level.level] };
}

const levelWords = {
  mandatory: { en: 'mandatory', nl: 'verplicht' },
  'comply-or-explain': { en: 'comply or explain', nl: 'pas toe of leg uit' },
  recommended: { en: 'recommended', nl: 'aanbevolen' },
} as const;

function openWords({ declaration }: Extract<Declared, { kind: 'purpose' }>): Localized | undefined {
  if (!declaration.open) return undefined;
  return {
    en: 'Open: manifests may name cases of it.',
    nl: 'Open: manifesten mogen er gevallen van noemen.',
  };
}

function closedWords(closed: boolean): Localized | undefined {
  return closed
    ? { en: 'Left out, it means that there is none.', nl: 'Staat het er niet, dan is het er niet.' }
    : undefined;
}

function typeWords(type: Type): Localized {
  return { en: describeType(type), nl: dutchType(type) };
}

function textOf({ source, start, end }: Span): string {
  return source.text.slice(start, end);
}
