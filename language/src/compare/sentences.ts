import type { Condition, CoreException, CoreProgram, CoreRule, Obligation, Term } from '../core/core.ts';
import { describeTerm } from '../describe/describe-condition.ts';
import { describeDuty } from '../describe/describe-duty.ts';
import { describeException } from '../describe/describe-exception.ts';
import { describeSubject } from '../describe/describe-subject.ts';
import type { Sentence } from '../describe/description.ts';
import { describeCondition } from '../describe/sentence.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';

/** A condition as a sentence that says that something is so, or must be; undefined for none. */
export function conditionSentence(condition: Condition | undefined, mood: 'is' | 'must'): Localized | undefined {
  return condition && flat(describeCondition(condition, mood));
}

/**
 * Two conditions as sentences; where the sentences are the same, as they are written, since that is what differs between
 * them.
 */
export function conditionSentences(
  old: Condition | undefined,
  next: Condition | undefined,
  mood: 'is' | 'must',
): { readonly old: Localized | undefined; readonly new: Localized | undefined } {
  const [before, after] = [conditionSentence(old, mood), conditionSentence(next, mood)];
  const alike = before?.en === after?.en && before?.nl === after?.nl;
  return alike ? { old: old?.text, new: next?.text } : { old: before, new: after };
}

/** What a term says, in words; undefined for none. */
export function termWords(term: Term | undefined): Localized | undefined {
  return term && describeTerm(term).text;
}

/** What a duty asks, when, and what otherwise. */
export function dutySentences(obligation: Obligation): Localized {
  const { sentence, otherwise } = describeDuty(obligation);
  return joined(otherwise === undefined ? [sentence] : [sentence, otherwise]);
}

/** What an exception relieves of, when, on which ground, with whose agreement, how long, and what stays owed. */
export function exceptionSentences(exception: CoreException, rule: CoreRule): Localized {
  const { sentences, residual } = describeException(exception, rule);
  return joined([...sentences, ...residual.map(({ sentence }) => sentence)]);
}

/** When a rule applies; undefined where it always does. */
export function whenSentences(program: CoreProgram, rule: CoreRule): Localized | undefined {
  const { applies } = describeSubject(program, rule);
  return applies.length === 0 ? undefined : joined(applies);
}

/** What a rule is judged for: the manifest, or which items of which list. */
export function subjectSentences(program: CoreProgram, rule: CoreRule): Localized {
  const { subject, whenNone } = describeSubject(program, rule);
  return joined(whenNone === undefined ? [subject] : [subject, whenNone]);
}

/** When a rule applies and what it asks. */
export function ruleSentences(program: CoreProgram, rule: CoreRule): Localized {
  const { subject, applies } = describeSubject(program, rule);
  const asked = rule.obligations.map(describeDuty).flatMap(({ sentence, otherwise }) => [sentence, otherwise]);
  const about = rule.forEach === undefined ? [] : [subject];
  return joined([...applies, ...about, ...asked].filter((each) => each !== undefined));
}

/** Sentences on one line. */
function joined(sentences: readonly Sentence[]): Localized {
  const texts = sentences.map(flat);
  return { en: texts.map(({ en }) => en).join(' '), nl: texts.map(({ nl }) => nl).join(' ') };
}

/** A sentence with its parts behind its colon. */
function flat({ text, parts }: Sentence): Localized {
  if (parts.length === 0) return text;
  const inner = parts.map(flat);
  const line = (language: keyof Localized): string => {
    const texts = inner.map((part) => part[language].replace(/\.$/, ''));
    return `${text[language]} ${texts.join('; ')}.`;
  };
  return { en: line('en'), nl: line('nl') };
}
