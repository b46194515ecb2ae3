import { diagnostic, type Localized } from '../diagnostic/diagnostic.ts';
import { roleNotFound, roleTwice } from '../diagnostic/rule-errors.ts';
import type { Field, FieldRole, RecordType } from '../model/types.ts';
import type { Span } from '../source/source.ts';
import { wordsAt } from '../syntax/words-at.ts';
import type { Term } from './core.ts';
import { fieldTerm, recordOf } from './fields.ts';
import type { Scope } from './lowering.ts';

/** Why a construct found no field: none has the role, or more than one. */
export type RoleSearch =
  | { readonly kind: 'found'; readonly term: Term; readonly field: Field }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly names: readonly string[] };

/** The field with a role in a record, or in the records directly inside it (never through a list). */
export function findRole(start: Term, role: FieldRole, span: Span): RoleSearch {
  const record = recordOf(start.type);
  const found = record === undefined ? [] : fieldsWithRole(record, role, start, span);
  const [first] = found;
  if (first === undefined) return { kind: 'none' };
  if (found.length > 1) return { kind: 'several', names: found.map(({ field }) => field.name) };
  return { kind: 'found', ...first };
}

function fieldsWithRole(
  record: RecordType,
  role: FieldRole,
  start: Term,
  span: Span,
): readonly { readonly term: Term; readonly field: Field }[] {
  const own = record.fields.filter((field) => field.roles.includes(role));
  if (own.length > 0) return own.map((field) => ({ field, term: fieldTerm(start, field, span) }));
  return record.fields.flatMap((field) =>
    field.type.kind === 'record' ? fieldsWithRole(field.type.record, role, fieldTerm(start, field, span), span) : [],
  );
}

/** The field with a role in the first of some records that has one, from the measured record outward. */
export function findRoleOutward(starts: readonly Term[], role: FieldRole, span: Span): RoleSearch {
  for (const start of starts) {
    const found = findRole(start, role, span);
    if (found.kind !== 'none') return found;
  }
  return { kind: 'none' };
}

/** Says that no field, or more than one, has a role. */
export function reportRole(search: RoleSearch, role: FieldRole, span: Span, scope: Scope): void {
  if (search.kind === 'found') return;
  const [kind, message]: readonly [typeof roleTwice, Localized] =
    search.kind === 'several'
      ? [
          roleTwice,
          {
            en: `More than one field has the role \`${role}\`: ${search.names.join(', ')}`,
            nl: `Meer dan één veld heeft de rol \`${role}\`: ${search.names.join(', ')}`,
          },
        ]
      : [roleNotFound, { en: `No field here has the role \`${role}\``, nl: `Geen veld hier heeft de rol \`${role}\`` }];
  const word = wordsAt(span);
  const help = {
    en: `A vocabulary marks the field with \`${word('Role')}\`; or write the duty out with \`${word('Require')}\`.`,
    nl: `Een woordenlijst merkt het veld met \`${word('Role')}\`; of schrijf de plicht uit met \`${word('Require')}\`.`,
  };
  scope.lowering.report(diagnostic(kind, span, message, { help }));
}
