import type { Pack } from '../../../model/model.ts';
import {
  type Choice,
  type ChoicesType,
  type Field,
  type RecordType,
  rootRecord,
  type Type,
} from '../../../model/types.ts';
import type {
  DefineDeclaration,
  ExceptClause,
  Name,
  ObligationClause,
  ParameterDeclaration,
  PurposeDeclaration,
  RuleDeclaration,
  SourceDeclaration,
  Use,
} from '../../../syntax/ast.ts';
import type { ManifestDeclaration, TestDeclaration } from '../../../syntax/tests-ast.ts';
import type { NamedSymbol } from '../symbol.ts';

/** What a pack declares by a name of its own, and nothing above it. */
export type PackDeclaration =
  | SourceDeclaration
  | PurposeDeclaration
  | ParameterDeclaration
  | DefineDeclaration
  | RuleDeclaration;

/** The symbol of something that a pack declares. */
export function symbolOfDeclaration(declaration: PackDeclaration, pack: Pack): NamedSymbol {
  const { name } = declaration;
  const about = { id: `${declaration.kind} ${pack.name}/${name.text}`, name: name.text, span: name.span };
  switch (declaration.kind) {
    case 'source':
      return { ...about, of: { kind: 'source', pack, declaration } };
    case 'purpose':
      return { ...about, of: { kind: 'purpose', pack, declaration } };
    case 'parameter':
      return { ...about, of: { kind: 'parameter', pack, declaration } };
    case 'define':
      return { ...about, of: { kind: 'define', pack, declaration } };
    case 'rule':
      return { ...about, of: { kind: 'rule', pack, declaration } };
  }
}

/** The symbol of a pack. */
export function symbolOfPack(pack: Pack): NamedSymbol {
  return { id: `pack ${pack.name}`, name: pack.name, span: pack.span, of: { kind: 'pack', pack } };
}

/** The symbol of the short name that a pack gives to one that it uses. */
export function symbolOfAlias(use: Use, alias: Name, pack: Pack): NamedSymbol {
  return { id: `alias ${pack.name}/${alias.text}`, name: alias.text, span: alias.span, of: { kind: 'alias', use } };
}

/** The symbol of a duty that bears a name, within its rule. */
export function symbolOfDuty(
  declaration: ObligationClause,
  name: Name,
  rule: RuleDeclaration,
  pack: Pack,
  exception?: ExceptClause,
): NamedSymbol {
  const within = exception === undefined ? '' : `${exception.name.text}/`;
  const id = `duty ${pack.name}/${rule.name.text}/${within}${name.text}`;
  return { id, name: name.text, span: name.span, of: { kind: 'duty', rule, declaration } };
}

/** The symbol of an exception of a rule. */
export function symbolOfException(declaration: ExceptClause, rule: RuleDeclaration, pack: Pack): NamedSymbol {
  const { text, span } = declaration.name;
  return {
    id: `exception ${pack.name}/${rule.name.text}/${text}`,
    name: text,
    span,
    of: { kind: 'exception', rule, declaration },
  };
}

/** The symbol of an item's name; each place that gives one gives another. */
export function symbolOfItem({ text, span }: Name, type: Type): NamedSymbol {
  return { id: `item ${span.source.name}#${span.start}`, name: text, span, of: { kind: 'item', type } };
}

/** The symbol of a record; an extension is the record that it extends. */
export function symbolOfRecord(record: RecordType): NamedSymbol {
  const { vocabulary, name, span } = rootRecord(record);
  return { id: `record ${vocabulary}/${name}`, name, span, of: { kind: 'record', record } };
}

/** The symbol of a field, which an extension of its record shares. */
export function symbolOfField(field: Field, record: RecordType): NamedSymbol {
  const { name, span, vocabulary } = field;
  return { id: `field ${vocabulary}/${record.name}.${name}`, name, span, of: { kind: 'field', record, field } };
}

/** The symbol of a list of choices. */
export function symbolOfChoices(choices: ChoicesType): NamedSymbol {
  const { vocabulary, name, span } = choices;
  return { id: `choices ${vocabulary}/${name}`, name, span, of: { kind: 'choices', choices } };
}

/** The symbol of one choice; the span of a choice in the model is that of its whole declaration, which begins with its name. */
export function symbolOfChoice(choice: Choice, choices: ChoicesType): NamedSymbol {
  const { name } = choice;
  const id = `choice ${choices.vocabulary}/${choices.name}.${name}`;
  return { id, name, span: nameAtStart(choice.span, name), of: { kind: 'choice', choices, choice } };
}

function nameAtStart(span: Choice['span'], name: string): Choice['span'] {
  const quoted = span.source.text.charAt(span.start) === '`' ? 2 : 0;
  return { ...span, end: span.start + name.length + quoted };
}

/** The symbol of a test or of a manifest that tests share, within its file. */
export function symbolInTests(
  of: { readonly kind: 'test'; readonly declaration: TestDeclaration } | NamedManifest,
): NamedSymbol {
  const { text, span } = of.declaration.name;
  return { id: `${of.kind} ${span.source.name}/${text}`, name: text, span, of };
}

interface NamedManifest {
  readonly kind: 'test-manifest';
  readonly declaration: ManifestDeclaration;
}
