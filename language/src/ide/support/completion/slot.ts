import type { IToken } from 'chevrotain';
import type { ExpectedToken } from '../../../syntax/expected-at.ts';

/** What kind of name may stand somewhere, as the grammar around it tells. */
export type Slot =
  | 'pack-head'
  | 'vocabulary-head'
  | 'used'
  | 'vocabulary'
  | 'purpose'
  | 'manifest-record'
  | 'field-role'
  | 'choice-role'
  | 'type'
  | 'choices'
  | 'key'
  | 'disclosed-item'
  | 'disclosed-audience'
  | 'disclosed-extent'
  | 'covered'
  | 'source'
  | 'parameter'
  | 'root'
  | 'list-root'
  | 'step'
  | 'tested-pack'
  | 'test-manifest'
  | 'test-field'
  | 'entry'
  | 'value'
  | 'tested-rule'
  | 'tested-exception'
  | 'tested-duty';

/** The kind of name that a token of the grammar stands for; undefined where a name is made up. */
export function slotOf(
  { rules, occurrence }: ExpectedToken,
  tokens: readonly IToken[],
  tests: boolean,
): Slot | undefined {
  const [rule, around = ''] = rules;
  if (tests) return slotInTests(rule, around);
  switch (rule) {
    case 'qualifiedName':
      return qualifiedSlots[around];
    case 'judges':
      return 'manifest-record';
    case 'role':
      return around === 'choicePart' ? 'choice-role' : 'field-role';
    case 'type':
      return occurrence === 0 ? 'choices' : 'type';
    case 'names':
      return slotOfNames(around, tokens);
    case 'disclose':
      return 'disclosed-extent';
    case 'citation':
      return 'source';
    case 'parameterReference':
      return 'parameter';
    case 'path':
      if (occurrence > 0) return 'step';
      return listRules.has(around) ? 'list-root' : 'root';
    default:
      return undefined;
  }
}

const qualifiedSlots: Readonly<Record<string, Slot>> = {
  packHead: 'pack-head',
  vocabularyHead: 'vocabulary-head',
  use: 'used',
  extendsClause: 'vocabulary',
  purposePart: 'purpose',
  cut: 'purpose',
  compatible: 'purpose',
};

/** What goes through a list. */
const listRules: ReadonlySet<string> = new Set(['forEach', 'quantified', 'countWhere', 'each', 'aggregate']);

function slotOfNames(around: string, tokens: readonly IToken[]): Slot | undefined {
  if (around === 'type') return 'key';
  const last = tokens.findLast(({ tokenType }) => ['Disclose', 'Except', 'For', 'To'].includes(tokenType.name));
  if (last?.tokenType.name === 'To') return 'disclosed-audience';
  return around === 'disclose' ? 'disclosed-item' : 'covered';
}

function slotInTests(rule: string | undefined, around: string): Slot | undefined {
  switch (rule) {
    case 'qualifiedName':
      if (around === 'testsHead') return 'tested-pack';
      return around === 'duties' ? 'tested-duty' : 'tested-rule';
    case 'given':
      return 'test-manifest';
    case 'path':
      return 'test-field';
    case 'entry':
      return 'entry';
    case 'word':
      return 'value';
    case 'exceptions':
      return 'tested-exception';
    default:
      return undefined;
  }
}
