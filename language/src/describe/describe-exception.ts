import type { CoreException, CoreRule, Term } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import { citationUse } from '../evaluate/compile-rule.ts';
import { listedBoth } from '../evaluate/explanation.ts';
import { alternativesOf, describeProposition, describeTerm } from './describe-condition.ts';
import { describeDuty } from './describe-duty.ts';
import { code } from './describe-term.ts';
import type { ExceptionDescription, Sentence } from './description.ts';
import { say } from './proposition.ts';
import { outlineOf, sentence } from './sentence.ts';

/** An exception of a rule: of what it relieves, when, on which ground, with whose agreement and how long. */
export function describeException(exception: CoreException, rule: CoreRule): ExceptionDescription {
  const { name, title, was, covers, residual, cites, span } = exception;
  return {
    name,
    title,
    was,
    sentences: [
      coverSentence(exception, rule),
      ...whenSentence(exception),
      ...claimSentences(exception, rule),
      ...agreedSentence(exception.approvedBy),
      ...lastsSentence(exception.lastsAtMost),
    ],
    covers,
    residual: residual.map(describeDuty),
    cites: cites.map(citationUse),
    span,
  };
}

function coverSentence({ covers }: CoreException, { obligations }: CoreRule): Sentence {
  const [only] = obligations;
  if (obligations.length === 1 && only !== undefined && covers.includes(only.id)) {
    return sentence({
      en: 'it is an exception to the one duty of this rule',
      nl: 'zij maakt een uitzondering op de enige verplichting van deze regel',
    });
  }
  if (covers.length === obligations.length) {
    return sentence({
      en: 'it is an exception to every duty of this rule',
      nl: 'zij maakt een uitzondering op alle verplichtingen van deze regel',
    });
  }
  const names = listedBoth(covers.map(code), { en: 'and', nl: 'en' });
  return covers.length === 1
    ? sentence({
        en: `it is an exception to the duty ${names.en}`,
        nl: `zij maakt een uitzondering op de verplichting ${names.nl}`,
      })
    : sentence({
        en: `it is an exception to the duties ${names.en}`,
        nl: `zij maakt een uitzondering op de verplichtingen ${names.nl}`,
      });
}

function whenSentence({ condition, claimed }: CoreException): readonly Sentence[] {
  if (condition === undefined) return [];
  const { lead, parts } = outlineOf(describeProposition(condition));
  const when = say(lead, 'is', 'dependent');
  const text = claimed
    ? { en: `it can be relied on only if ${when.en}`, nl: `zij kan alleen worden ingeroepen indien ${when.nl}` }
    : { en: `it holds only if ${when.en}`, nl: `zij geldt alleen indien ${when.nl}` };
  return [sentence(text, parts)];
}

function claimSentences({ claimed, grounds, name }: CoreException, rule: CoreRule): readonly Sentence[] {
  if (!claimed) {
    return [
      sentence({
        en: 'nobody has to claim it: it holds as soon as its condition does',
        nl: 'een beroep erop is niet nodig: zij geldt zodra aan haar voorwaarde is voldaan',
      }),
    ];
  }
  const claim = `${rule.name}/${name}`;
  const asked = sentence({
    en: `a manifest must claim it, as \`${claim}\``,
    nl: `een manifest moet er een beroep op doen, als \`${claim}\``,
  });
  return [asked, ...groundSentences(grounds)];
}

function groundSentences(grounds: CoreException['grounds']): readonly Sentence[] {
  const [only] = grounds;
  if (only === undefined) return [];
  if (grounds.length === 1) {
    const words = groundWords(only);
    return [sentence({ en: `its ground is ${words.en}`, nl: `de grond is ${words.nl}` })];
  }
  const parts = grounds.map((ground) => sentence(groundWords(ground)));
  return [sentence({ en: 'its ground is one of these', nl: 'de grond is een van deze' }, parts)];
}

function groundWords({ name, text }: CoreException['grounds'][number]): Localized {
  if (text === undefined) return code(name);
  return { en: `\`${name}\`: “${withoutStop(text.en)}”`, nl: `\`${name}\`: “${withoutStop(text.nl)}”` };
}

function withoutStop(text: string): string {
  return text.trim().replace(/\.$/, '');
}

function agreedSentence(by: Term | undefined): readonly Sentence[] {
  if (by === undefined) return [];
  const words = alternativesOf(by)?.all ?? describeTerm(by).text;
  return [sentence({ en: `it needs the agreement of ${words.en}`, nl: `zij behoeft het akkoord van ${words.nl}` })];
}

function lastsSentence(term: Term | undefined): readonly Sentence[] {
  if (term === undefined) return [];
  const { text } = describeTerm(term);
  return [sentence({ en: `it lasts at most ${text.en}`, nl: `zij duurt ten hoogste ${text.nl}` })];
}
