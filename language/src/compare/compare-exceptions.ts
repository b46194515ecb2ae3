import type { CoreException, CoreProgram, CoreRule, Term } from '../core/core.ts';
import { textOfKey, writtenKey, writtenTermKey } from '../core/core-keys.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import { listed } from '../diagnostic/nearest.ts';
import { alignByName } from './align.ts';
import { change, effect, nameChanges, plain, wordsChange } from './change.ts';
import { citationsText } from './citations.ts';
import { alignDuties, compareDuties, dutyForms } from './compare-duties.ts';
import type { Change, ChangeKind, Direction } from './comparison.ts';
import {
  approverDirection,
  coversDirection,
  exceptionConditionDirection,
  levelOfRule,
  termDirection,
} from './effects.ts';
import { conditionSentence, exceptionSentences, termWords } from './sentences.ts';

/** A rule on one side, as it is written by the new names, and as it means with what is declared now. */
export interface RuleForms {
  readonly program: CoreProgram;
  readonly written: CoreRule;
  readonly meaning: CoreRule;
}

interface ExceptionForms {
  readonly written: CoreException;
  readonly meaning: CoreException;
}

/** What changed in the exceptions of a rule. `renamed` gives the ids that old duties have now. */
export function compareExceptions(
  old: RuleForms,
  next: RuleForms,
  renamed: (duty: string) => string,
): readonly Change[] {
  const aligned = alignByName(
    formsOf(old),
    formsOf(next),
    ({ written }) => written.name,
    ({ written }) => written.was,
  );
  const place = { old: old.written, next: next.written };
  const reaches = [next.written.id];
  const lone = ({ written }: ExceptionForms, kind: 'exception-added' | 'exception-removed'): Change =>
    change({
      kind,
      part: written.name,
      ...(kind === 'exception-added'
        ? { new: exceptionSentences(written, next.written) }
        : { old: exceptionSentences(written, old.written) }),
      nature: kind === 'exception-added' ? 'addition' : 'name-gone',
      effects: effect(kind === 'exception-added' ? 'weaker' : 'stricter', levelOfRule(next.written)),
      reaches,
    });
  return [
    ...aligned.pairs.flatMap(([before, after]) => compareException(before, after, place, renamed)),
    ...aligned.added.map((each) => lone(each, 'exception-added')),
    ...aligned.removed.map((each) => lone(each, 'exception-removed')),
  ];
}

function formsOf({ written, meaning }: RuleForms): readonly ExceptionForms[] {
  return written.exceptions.flatMap((exception, index) => {
    const means = meaning.exceptions[index];
    return means === undefined ? [] : [{ written: exception, meaning: means }];
  });
}

function compareException(
  old: ExceptionForms,
  next: ExceptionForms,
  place: { readonly old: CoreRule; readonly next: CoreRule },
  renamed: (duty: string) => string,
): readonly Change[] {
  const [before, after] = [old.written, next.written];
  const part = after.name;
  const level = levelOfRule(place.next);
  const moved = (
    kind: ChangeKind,
    was: Localized | undefined,
    is: Localized | undefined,
    direction: Direction,
  ): Change =>
    change({
      kind,
      part,
      old: was,
      new: is,
      nature: 'words',
      effects: effect(direction, level),
      reaches: [place.next.id],
    });
  const covered = new Set(before.covers.map(renamed));
  const covers = coversDirection(covered, new Set(after.covers));
  const followsRule = coversAll(before, place.old) && coversAll(after, place.next);
  const residual = alignDuties(
    dutyForms(before.residual, old.meaning.residual),
    dutyForms(after.residual, next.meaning.residual),
  );
  return [
    ...nameChanges(before, after, 'exception-renamed', { id: place.next.id, level }),
    ...(covers === 'none' || followsRule
      ? []
      : [moved('exception-covers', namesText([...covered]), namesText(after.covers), covers)]),
    ...(conditionKeyOf(before) === conditionKeyOf(after)
      ? []
      : [
          moved(
            'exception-condition',
            conditionSentence(before.condition, 'is'),
            conditionSentence(after.condition, 'is'),
            exceptionConditionDirection(old.meaning, next.meaning),
          ),
        ]),
    ...compareGrounds(before, after, moved),
    ...(sameWritten(before.approvedBy, after.approvedBy)
      ? []
      : [
          moved(
            'exception-approver',
            termWords(before.approvedBy),
            termWords(after.approvedBy),
            approverDirection(old.meaning.approvedBy, next.meaning.approvedBy),
          ),
        ]),
    ...(sameWritten(before.lastsAtMost, after.lastsAtMost)
      ? []
      : [
          moved(
            'exception-term',
            termWords(before.lastsAtMost),
            termWords(after.lastsAtMost),
            termDirection(old.meaning.lastsAtMost, next.meaning.lastsAtMost),
          ),
        ]),
    ...wordsChange('description', before.title, after.title, part),
    ...wordsChange('exception-citation', citationsText(before.cites), citationsText(after.cites), part),
    ...compareDuties(residual, { ...place, prefix: `${part}/` }),
  ];
}

/** An exception that covers every duty goes on doing so: a duty that comes or goes is told by itself. */
function coversAll({ covers }: CoreException, { obligations }: CoreRule): boolean {
  const covered = new Set(covers);
  return obligations.every(({ id }) => covered.has(id));
}

function compareGrounds(
  old: CoreException,
  next: CoreException,
  moved: (kind: ChangeKind, was: Localized | undefined, is: Localized | undefined, direction: Direction) => Change,
): readonly Change[] {
  const { pairs, added, removed } = alignByName(old.grounds, next.grounds, ({ name }) => name);
  const shown = ({ name, text }: CoreException['grounds'][number]): Localized =>
    text === undefined ? plain(name) : { en: `${name}: ${text.en}`, nl: `${name}: ${text.nl}` };
  // The first ground of an exception that anybody could rely on narrows it; one more beside others widens it.
  const [more, less]: readonly [Direction, Direction] = [
    old.grounds.length === 0 ? 'stricter' : 'weaker',
    next.grounds.length === 0 ? 'weaker' : 'stricter',
  ];
  return [
    ...pairs.flatMap(([before, after]) =>
      wordsChange('exception-ground', before.text && shown(before), after.text && shown(after), next.name),
    ),
    ...added.map((ground) => moved('exception-ground', undefined, shown(ground), more)),
    ...removed.map((ground) => moved('exception-ground', shown(ground), undefined, less)),
  ];
}

function conditionKeyOf({ condition }: CoreException): string | undefined {
  return condition && textOfKey(writtenKey(condition));
}

function sameWritten(old: Term | undefined, next: Term | undefined): boolean {
  if (old === undefined || next === undefined) return old === next;
  return textOfKey(writtenTermKey(old)) === textOfKey(writtenTermKey(next));
}

function namesText(names: readonly string[]): Localized {
  return { en: listed(names, 'and'), nl: listed(names, 'en') };
}
