import type { Language } from '@waarborg/language';
import { levelWords } from '../messages.ts';
import { heading, item, type ProseBlock, type ProseItem, type ProseTerm, prose } from '../render/prose.ts';
import type { CitationReport } from '../report.ts';
import { affectedBlocks } from './affected-prose.ts';
import type {
  DutyReport,
  ExceptionExplanation,
  NeedReport,
  ParameterExplanation,
  RuleExplanation,
  SentenceReport,
} from './explanation-report.ts';
import { headings, madeSentences, quoted, sentences } from './explanation-words.ts';

/** The explanation of a rule as a text to read. */
export function explanationProse(rule: RuleExplanation, language: Language): readonly ProseBlock[] {
  const section = (name: keyof typeof headings, blocks: readonly ProseBlock[]): readonly ProseBlock[] =>
    blocks.length === 0 ? [] : [heading(2, headings[name][language]), ...blocks];
  const terms = (all: readonly ProseTerm[]): readonly ProseBlock[] =>
    all.length === 0 ? [] : [{ kind: 'terms', terms: all }];
  const items = (all: readonly ProseItem[]): readonly ProseBlock[] =>
    all.length === 0 ? [] : [{ kind: 'items', items: all }];
  return [
    heading(1, rule.title),
    ...headBlocks(rule, language),
    ...section('about', items(aboutItems(rule, language))),
    ...section('duties', terms(rule.duties.map((duty) => dutyTerm(duty, rule, language)))),
    ...section('exceptions', terms(rule.exceptions.map((exception) => exceptionTerm(exception, rule, language)))),
    ...section(
      'definitions',
      terms([
        ...rule.definitions.map(({ name, words, sentence }) => ({ term: name, ...said(sentence, words) })),
        ...rule.purposes.flatMap(({ name, words }) =>
          words === null ? [] : [{ term: name, text: `${withoutStop(words)}.`, items: [] }],
        ),
      ]),
    ),
    ...section(
      'compatibilities',
      items(
        rule.compatibilities.map(({ sentence, cites }) =>
          item(sentence.text, [
            ...sentence.parts.map(sentenceItem),
            ...cites.map((cite) => labelled(headings.source[language], citationItem(cite))),
          ]),
        ),
      ),
    ),
    ...section('parameters', terms(rule.parameters.map((parameter) => parameterTerm(parameter, language)))),
    ...section('sources', items(rule.cites.map(citationItem))),
    ...section('needs', terms(rule.needs.map((need) => needTerm(need, language)))),
    ...section('nextStep', rule.nextStep === null ? [] : [prose(`${withoutStop(rule.nextStep)}.`)]),
    ...affectedBlocks(rule, language),
  ];
}

function headBlocks(rule: RuleExplanation, language: Language): readonly ProseBlock[] {
  const made = madeSentences(language);
  const { file, location, pack, packVersion, name, askedAs, was } = rule;
  const others = was.filter((former) => former !== askedAs && `${pack}/${former}` !== askedAs);
  const where = `\`${name}\` · ${pack} ${packVersion} · ${file}:${location.start.line}`;
  return [
    prose(where),
    prose(made.level(levelWords[rule.level][language], rule.levelChosenBy, rule.levelBecause)),
    ...(askedAs === null ? [] : [prose(made.formerName(askedAs))]),
    ...(others.length === 0 ? [] : [prose(made.formerNames(others.map((former) => `\`${former}\``).join(', ')))]),
  ];
}

function aboutItems(rule: RuleExplanation, language: Language): readonly ProseItem[] {
  const { subject, whenNone, inForce, applies, scope, scopeWords } = rule;
  const own = [subject, whenNone, inForce, ...applies].flatMap((each) => (each === null ? [] : sentenceItem(each)));
  if (scope === null) return own;
  const words = scopeWords === null ? [] : [item(madeSentences(language).scopeWords(scopeWords))];
  return [...own, item(scope.text, [...scope.parts.map(sentenceItem), ...words])];
}

function sentenceItem({ text, parts }: SentenceReport): ProseItem {
  return item(text, parts.map(sentenceItem));
}

function said({ text, parts }: SentenceReport, words: string | null): Pick<ProseTerm, 'text' | 'items'> {
  return { text: words === null ? text : `${quoted(words)}. ${text}`, items: parts.map(sentenceItem) };
}

function dutyTerm(duty: DutyReport, rule: RuleExplanation, language: Language): ProseTerm {
  return { term: duty.id, ...dutyWords(duty, rule, language) };
}

/** A duty with what is asked otherwise, and its own level where that is not the level of the rule. */
function dutyWords(duty: DutyReport, rule: RuleExplanation, language: Language): Pick<ProseTerm, 'text' | 'items'> {
  const { sentence, otherwise, isAwaited, level, levelChosenBy, levelBecause } = duty;
  const isOwn = level !== rule.level || levelChosenBy !== null;
  const more = [
    ...(otherwise === null ? [] : [sentenceItem(otherwise)]),
    ...(isAwaited ? [item(sentences.awaited[language])] : []),
    ...(isOwn
      ? [item(madeSentences(language).dutyLevel(levelWords[level][language], levelChosenBy, levelBecause))]
      : []),
  ];
  return { text: sentence.text, items: [...sentence.parts.map(sentenceItem), ...more] };
}

function exceptionTerm(exception: ExceptionExplanation, rule: RuleExplanation, language: Language): ProseTerm {
  const { name, title, was, residual, cites } = exception;
  const owed = residual.map((duty) => {
    const { text, items } = dutyWords(duty, rule, language);
    return item(`\`${duty.id}\`: ${text}`, items);
  });
  const former =
    was.length === 0 ? [] : [item(madeSentences(language).formerNames(was.map((each) => `\`${each}\``).join(', ')))];
  return {
    term: name,
    text: title === null ? '' : `${quoted(title)}.`,
    items: [
      ...former,
      ...exception.sentences.map(sentenceItem),
      ...(owed.length === 0 ? [] : [item(headings.owed[language], owed)]),
      ...cites.map((cite) => labelled(headings.source[language], citationItem(cite))),
    ],
  };
}

function parameterTerm(parameter: ParameterExplanation, language: Language): ProseTerm {
  const { name, value, setBy, because, reviewBy, stricterWhen } = parameter;
  const made = madeSentences(language);
  const details = [
    ...(setBy === null ? [] : [made.setBy(setBy)]),
    ...(because === null ? [] : [made.because(because)]),
    ...(reviewBy === null ? [] : [made.reviewBy(reviewBy)]),
    ...(stricterWhen === null
      ? []
      : [sentences[stricterWhen === 'lower' ? 'stricterLower' : 'stricterHigher'][language]]),
  ];
  return { term: name, text: `${value}.`, items: details.map((detail) => item(detail)) };
}

function citationItem({ title, at, quoting, address }: CitationReport): ProseItem {
  const place = at === '' ? title : `${title}, ${at}`;
  const words = quoting === null ? '' : `: ${quoted(quoting)}`;
  return item(`${place}${words}`, address === null ? [] : [item(address)]);
}

function labelled(label: string, { text, items }: ProseItem): ProseItem {
  return item(`${label}: ${text}`, items);
}

function needTerm({ path, type, description, choices, absentMeansNone }: NeedReport, language: Language): ProseTerm {
  const described = description === null ? '' : ` ${withoutStop(description)}.`;
  const none = absentMeansNone ? ` ${sentences.absentMeansNone[language]}` : '';
  const values = choices.flatMap(({ name, text }) => (text === null ? [] : [item(`\`${name}\`: ${text}`)]));
  return { term: path, text: `${capital(type)}.${described}${none}`, items: values };
}

function withoutStop(text: string): string {
  return text.trim().replace(/\.$/, '');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
