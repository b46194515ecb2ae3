import type { Pack } from '../../../model/model.ts';
import type {
  ExceptClause,
  Expression,
  Name,
  ObligationClause,
  RuleClause,
  RuleDeclaration,
} from '../../../syntax/ast.ts';
import { add, type Gathering, type NameScope, nameChoice, nameCitations, nameRecord } from './gathering.ts';
import { nameExpression, namePath, withItem } from './name-expression.ts';
import { fieldWithRoleBelow } from './role-types.ts';
import { symbolOfDeclaration, symbolOfDuty, symbolOfException } from './symbols-of.ts';

/** Names everything in a rule: its own name, what its clauses ask, its exceptions, and what they cover. */
export function nameRule(rule: RuleDeclaration, pack: Pack, gathering: Gathering): void {
  const symbol = symbolOfDeclaration(rule, pack);
  add(gathering, symbol, rule.name, 'declaration');
  const judges = rule.clauses.find((clause) => clause.kind === 'judges');
  const record = judges === undefined ? pack.record : nameRecord(judges.record, pack, gathering);
  let scope: NameScope = { gathering, pack, record, items: [] };
  // A duty may stand before `for each`, and is about its item all the same; a `when` before it is about the manifest.
  const item = scopeOfItems(rule, scope);
  for (const clause of rule.clauses) {
    if (clause.kind === 'for-each') scope = item;
    else if (clause.kind === 'was') add(gathering, symbol, clause.name, 'former');
    else if (clause.kind === 'when' || clause.kind === 'trigger') nameExpression(clause.condition, scope);
    else nameClause(clause, { rule, scope: item });
  }
}

/** The scope behind `for each`, whose clause is named here. */
function scopeOfItems({ clauses }: RuleDeclaration, scope: NameScope): NameScope {
  const forEach = clauses.find((clause) => clause.kind === 'for-each');
  if (forEach === undefined) return scope;
  const inside = withItem(forEach.variable, namePath(forEach.list, scope), scope);
  if (forEach.where !== undefined) nameExpression(forEach.where, inside);
  return inside;
}

interface RuleContext {
  readonly rule: RuleDeclaration;
  readonly scope: NameScope;
  /** The exception that leaves a duty owed. */
  readonly exception?: ExceptClause;
}

function nameClause(clause: RuleClause, context: RuleContext): void {
  const { scope } = context;
  switch (clause.kind) {
    case 'cites':
      nameCitations(clause.citations, scope.pack, scope.gathering);
      return;
    case 'satisfied':
    case 'require':
    case 'limit':
    case 'measured-cases':
    case 'measured-within':
    case 'disclose':
      nameDuty(clause, context);
      return;
    case 'except':
      nameException(clause, context);
      return;
    case 'level':
    case 'judges':
    case 'in-force':
    case 'when':
    case 'trigger':
    case 'for-each':
    case 'next-step':
    case 'note':
    case 'was':
      return;
  }
}

function nameDuty(clause: ObligationClause, context: RuleContext): void {
  const { rule, scope, exception } = context;
  const { name, guard } = clause;
  if (name !== undefined) {
    add(scope.gathering, symbolOfDuty(clause, name, rule, scope.pack, exception), name, 'declaration');
  }
  if (guard !== undefined) nameExpression(guard, scope);
  switch (clause.kind) {
    case 'satisfied':
      nameExpression(clause.condition, scope);
      return;
    case 'require':
      if (clause.demand.kind === 'condition') nameExpression(clause.demand.expression, scope);
      if (clause.demand.kind === 'approval') nameExpression(clause.demand.by, scope, { kind: 'text' });
      if (clause.otherwise !== undefined) nameExpression(clause.otherwise, scope);
      return;
    case 'limit': {
      const type = nameExpression(clause.subject, scope);
      nameExpression(clause.bound, scope, type);
      if (clause.otherwise !== undefined) nameExpression(clause.otherwise.bound, scope, type);
      return;
    }
    case 'measured-cases':
    case 'measured-within':
      nameExpression(clause.bound, scope);
      return;
    case 'disclose':
      nameDisclosure(clause, scope);
      return;
  }
}

/** The items, audiences and extents of a disclosure are choices of the fields with these roles. */
function nameDisclosure(clause: Extract<ObligationClause, { kind: 'disclose' }>, scope: NameScope): void {
  const { items, audiences, extent } = clause;
  nameChoicesOfRole(items, 'disclosed-item', scope);
  nameChoicesOfRole(audiences, 'disclosed-audience', scope);
  if (extent !== undefined) nameChoicesOfRole([extent], 'disclosed-extent', scope);
}

/** Names an item with the audience to which it is disclosed, as the duty to do so is called. */
export function nameDisclosed(item: Name, audience: Name, scope: NameScope): void {
  nameChoicesOfRole([item], 'disclosed-item', scope);
  nameChoicesOfRole([audience], 'disclosed-audience', scope);
}

type DisclosureRole = 'disclosed-item' | 'disclosed-audience' | 'disclosed-extent';

/** Names choices of the field with a role, in an item or in the judged record. */
export function nameChoicesOfRole(
  names: readonly Name[],
  role: DisclosureRole,
  { record, gathering, items }: NameScope,
): void {
  const places = [
    ...items.map(({ type }) => type),
    ...(record === undefined ? [] : [{ kind: 'record', record } as const]),
  ];
  const type = places.map((place) => fieldWithRoleBelow(place, role)?.type).find((each) => each !== undefined);
  if (type?.kind !== 'choice') return;
  for (const name of names) nameChoice(name, type.choices, gathering);
}

function nameException(clause: ExceptClause, context: RuleContext): void {
  const { rule, scope } = context;
  const { gathering, pack } = scope;
  const symbol = symbolOfException(clause, rule, pack);
  add(gathering, symbol, clause.name, 'declaration');
  for (const name of clause.covers) nameCover(name, context);
  nameChoicesOfRole(clause.audiences, 'disclosed-audience', scope);
  if (clause.condition !== undefined) nameExpression(clause.condition, scope);
  for (const item of clause.clauses) {
    switch (item.kind) {
      case 'approved-by':
        nameRole(item.by, scope);
        break;
      case 'lasts-at-most':
        nameExpression(item.duration, scope);
        break;
      case 'still':
        nameDuty(item.obligation, { ...context, exception: clause });
        break;
      case 'cites':
        nameCitations(item.citations, pack, gathering);
        break;
      case 'was':
        add(gathering, symbol, item.name, 'former');
        break;
      case 'ground':
      case 'note':
        break;
    }
  }
}

function nameRole(by: Expression, scope: NameScope): void {
  nameExpression(by, scope, { kind: 'text' });
}

/** An exception covers duties by their names, and disclosures by what they give insight in. */
function nameCover(name: Name, { rule, scope }: RuleContext): void {
  const duty = dutyCalled(name.text, rule);
  if (duty?.name !== undefined) add(scope.gathering, symbolOfDuty(duty, duty.name, rule, scope.pack), name);
  else nameChoicesOfRole([name], 'disclosed-item', scope);
}

/** The duty of a rule that bears a name. */
export function dutyCalled(name: string, { clauses }: RuleDeclaration): ObligationClause | undefined {
  return clauses.filter(isDuty).find((clause) => clause.kind !== 'disclose' && clause.name?.text === name);
}

function isDuty(clause: RuleClause): clause is ObligationClause {
  return 'guard' in clause;
}
