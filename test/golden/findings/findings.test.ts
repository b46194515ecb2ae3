import { readFileSync } from 'node:fs';
import {
  buildProgram,
  compileProgram,
  type Finding,
  judge,
  type Language,
  type Localized,
  type Location,
  type Notice,
  noticesOfProgram,
  parseDate,
  parsePolicy,
  type Reason,
  type Result,
  readDocuments,
  sourceText,
  typeManifest,
} from '@waarborg/language';
import { describe } from 'vitest';
import { type GoldenPart, testGoldenFiles } from '../golden.ts';

const readSuite = (name: string): string => readFileSync(new URL(`../../conformance/${name}`, import.meta.url), 'utf8');
const words = parsePolicy(sourceText('words', readSuite('words.waarborg')));
const pack = readSuite('pack.waarborg');

describe('what people read of a judgement', () => {
  // First the declarations that are added to the pack of the conformance suite; then manifests, each after a line
  // `--- manifest`, with a date where it is not the usual one; a line `--- pack` gives clauses for the head of the pack, and
  // `--- file` another policy file. A rule that is met is named only.
  testGoldenFiles(new URL('./', import.meta.url), (source) => {
    const { rules, headers, files, manifests } = partsOf(source);
    const whole = pack.replace('use suite.words 1\n', `use suite.words 1\n${headers.join('')}`);
    const texts = [`${whole}\n${rules}`, ...files].map((text, index) => sourceText(`file ${index}`, text));
    const { program, diagnostics } = buildProgram([words, ...texts.map(parsePolicy)]);
    if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'));
    const compiled = compileProgram(program);
    return manifests.flatMap(({ text, asOf }, index): readonly GoldenPart[] => {
      const source = sourceText('manifest', wholeManifest(text));
      const [document] = readDocuments(source, 'yaml').documents;
      const day = parseDate(asOf);
      if (document === undefined || day === undefined) throw new Error('a manifest is a document, and a day a date');
      const typed = typeManifest(document, program);
      const { results, notices } = judge(compiled, typed, day);
      if (results.length === 0) throw new Error(`nothing is judged of ${text}`);
      const all = [...notices, ...(index === 0 ? noticesOfProgram(program, day) : [])];
      return (['en', 'nl'] as const).map((language) => ({
        heading: `manifest ${index + 1} ${language}`,
        text: [
          ...results.map((result) => resultText(result, language)),
          ...all.map((each) => noticeText(each, language)),
        ].join('\n'),
      }));
    });
  });
});

interface Parts {
  readonly rules: string;
  readonly headers: readonly string[];
  readonly files: readonly string[];
  readonly manifests: readonly { readonly text: string; readonly asOf: string }[];
}

function partsOf(source: string): Parts {
  const [rules = '', ...others] = source.split(/^--- ([a-z]+)(?: (.*))?\n/m);
  const parts = others.flatMap((kind, index) =>
    index % 3 === 0 ? [{ kind, asOf: others[index + 1] ?? '2026-11-23', text: others[index + 2] ?? '' }] : [],
  );
  const of = (kind: string): typeof parts => parts.filter((part) => part.kind === kind);
  return {
    rules,
    headers: of('pack').map(({ text }) => text),
    files: of('file').map(({ text }) => text),
    manifests: of('manifest'),
  };
}

/** A manifest names its vocabulary and itself, as a flow map or in lines, unless it does so in its own words. */
function wholeManifest(text: string): string {
  if (text.includes('vocabulary:')) return text;
  if (text.startsWith('{')) return text.replace('{', '{ vocabulary: suite.words 1, id: case, ');
  return `vocabulary: suite.words 1\nid: case\n${text}`;
}

function resultText(result: Result, language: Language): string {
  const { rule, subject, subjectKey, outcome, reason, level, levelChosenBy, findings, cites, exceptions, explanation } =
    result;
  const name = rule.replace('suite.pack/', '');
  const subjects = [subject, subjectKey].filter((part) => part !== undefined && part !== '');
  const about = subjects.length === 0 ? '' : ` (${subjects.join(', ')})`;
  const why = reason === undefined ? '' : ` because of ${reason}`;
  if (outcome === 'pass') return `${name}${about}: pass`;
  const lines = [
    `${name} "${result.title[language]}"${about}: ${outcome}${why}, ${level}${chosenBy(levelChosenBy, language)}`,
    ...result.because().flatMap((each) => reasonLines(each, language, '  ')),
    ...findings.flatMap((finding) => findingLines(finding, language)),
    ...cites.map(
      ({ source, title, at, quoting, address }) =>
        `  cites: ${[source, title[language], at, quoting?.[language], address].join(' | ')}`,
    ),
    ...exceptions.map(
      ({ name, ground, approvedBy, begins, expires }) =>
        `  exception: ${[name, ground === undefined ? 'no ground' : ground[language], approvedBy, begins, expires].join(' | ')}`,
    ),
    ...(explanation === undefined ? [] : [`  explained: ${Object.values(explanation).join(' | ')}`]),
    ...(result.advice === undefined ? [] : [`  advice: ${result.advice[language]}`]),
  ];
  return lines.join('\n');
}

function chosenBy(who: Localized | undefined, language: Language): string {
  return who === undefined ? '' : `, chosen by ${who[language]}`;
}

function findingLines(
  { obligation, outcome, level, levelChosenBy, notExplainable, explain }: Finding,
  language: Language,
): readonly string[] {
  const { message, required, found, repair, location, parameters, because } = explain();
  const sentence = message[language];
  // Where one value decides, its place and what was found there stand above.
  const [first, ...others] = because.map((reason) => ({ reason, own: reasonLines(reason, language, '')[0] }));
  const alone =
    others.length === 0 &&
    first?.own ===
      `- ${first?.reason.text[language]} is ${first?.reason.value}: ${found[language]} at ${place(location)}`
      ? first?.reason
      : undefined;
  return [
    `  ${obligation}: ${outcome}, ${level}${chosenBy(levelChosenBy, language)}${notExplainable ? ', not to be explained' : ''}`,
    `    ${sentence}`,
    // The sentence says most of them already.
    ...(sentence.includes(required[language]) ? [] : [`    required: ${required[language]}`]),
    ...(sentence.includes(found[language]) ? [] : [`    found: ${found[language]}`]),
    `    repair: ${repair[language]}`,
    `    at ${place(location)}${alone === undefined ? '' : `: ${alone.text[language]} is ${alone.value}`}`,
    ...parameters.map(
      ({ name, value, setBy, because: why }) =>
        `    parameter: ${[name, value[language], setBy?.[language], why?.[language]].join(' | ')}`,
    ),
    ...(alone === undefined ? because.flatMap((reason) => reasonLines(reason, language, '    ')) : []),
  ];
}

function reasonLines(
  { text, value, found, location, because }: Reason,
  language: Language,
  indent: string,
): readonly string[] {
  const what = found === undefined ? '' : `: ${found[language]}`;
  const at = location === undefined ? '' : ` at ${place(location)}`;
  return [
    `${indent}- ${text[language]} is ${value}${what}${at}`,
    ...because.flatMap((each) => reasonLines(each, language, `${indent}  `)),
  ];
}

function place({ pointer, span }: Location): string {
  const words = span.source.text.slice(span.start, span.end).replaceAll(/\s+/g, ' ');
  return `${pointer || 'the manifest'} «${words.length > 40 ? `${words.slice(0, 39)}…` : words}»`;
}

function noticeText({ kind, message, location }: Notice, language: Language): string {
  return `notice ${kind}: ${message[language]}${location === undefined ? '' : ` at ${place(location)}`}`;
}
