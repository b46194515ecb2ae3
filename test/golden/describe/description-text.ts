import type { DutyDescription, Language, RuleDescription, Sentence } from '@waarborg/language';

/** A description of a rule as plain lines in one language, for golden files to be read aloud from. */
export function descriptionText(described: RuleDescription, language: Language): string {
  const { definitions, compatibilities, parameters, needs, exceptions, duties, cites } = described;
  const lines = [
    `${described.id}: ${described.title[language]} [${levelText(described, language)}]`,
    ...[described.subject, described.whenNone, described.inForce, described.scope, ...described.applies]
      .filter((sentence) => sentence !== undefined)
      .flatMap((sentence) => sentenceLines(sentence, '  ', language)),
    ...duties.flatMap((duty) => dutyLines(duty, '  asks', language)),
    ...exceptions.flatMap((exception) => [
      `  except ${exception.name}: ${exception.title?.[language] ?? ''}`.trimEnd(),
      ...exception.sentences.flatMap((sentence) => sentenceLines(sentence, '    ', language)),
      ...exception.residual.flatMap((duty) => dutyLines(duty, '    still', language)),
    ]),
    ...definitions.flatMap(({ sentence }) => sentenceLines(sentence, '  definition: ', language)),
    ...compatibilities.flatMap(({ sentence }) => sentenceLines(sentence, '  compatible: ', language)),
    ...parameters.map(({ name, value }) => `  parameter ${name}: ${value[language]}`),
    ...cites.map(({ title, at }) => `  source: ${title[language]}, ${at}`),
    ...needs.map(({ path, type, absentMeansNone }) => {
      return `  needs ${path}: ${type[language]}${absentMeansNone ? ' (absent: none)' : ''}`;
    }),
    ...(described.nextStep === undefined ? [] : [`  next: ${described.nextStep[language]}`]),
  ];
  return lines.join('\n');
}

function levelText(
  { level, levelChosenBy }: Pick<RuleDescription, 'level' | 'levelChosenBy'>,
  language: Language,
): string {
  return levelChosenBy === undefined ? level : `${level}, ${levelChosenBy[language]}`;
}

function dutyLines(duty: DutyDescription, head: string, language: Language): readonly string[] {
  const { id, sentence, otherwise, isAwaited } = duty;
  const margin = ' '.repeat(head.length - head.trimStart().length);
  return [
    ...sentenceLines(sentence, `${head} ${id} [${levelText(duty, language)}]: `, language),
    ...(otherwise === undefined ? [] : sentenceLines(otherwise, `  ${margin}`, language)),
    ...(isAwaited ? [`  ${margin}(awaited)`] : []),
  ];
}

/** A sentence and below it its parts, each deeper than what it belongs to. */
export function sentenceLines({ text, parts }: Sentence, margin: string, language: Language): readonly string[] {
  const deeper = `${' '.repeat(margin.length - margin.trimStart().length)}  - `;
  return [`${margin}${text[language]}`, ...parts.flatMap((part) => sentenceLines(part, deeper, language))];
}

/** Every sentence of a description, parts included. */
export function allSentences(described: RuleDescription): readonly Sentence[] {
  const withParts = (sentence: Sentence): readonly Sentence[] => [sentence, ...sentence.parts.flatMap(withParts)];
  const ofDuty = ({ sentence, otherwise }: DutyDescription): readonly (Sentence | undefined)[] => [sentence, otherwise];
  return [
    ...[described.subject, described.whenNone, described.inForce, described.scope, ...described.applies],
    ...described.duties.flatMap(ofDuty),
    ...described.exceptions.flatMap(({ sentences, residual }) => [...sentences, ...residual.flatMap(ofDuty)]),
    ...described.definitions.map(({ sentence }) => sentence),
    ...described.compatibilities.map(({ sentence }) => sentence),
  ]
    .filter((sentence) => sentence !== undefined)
    .flatMap(withParts);
}
