import { createInterface } from 'node:readline/promises';
import type { Language, Localized } from '@waarborg/language';
import type { BuildServer } from './init-files.ts';
import { initTexts } from './init-texts.ts';

/** What is asked about a new project. */
export interface Choices {
  /** Whether the rules are those of the pack that ships. */
  readonly shipped: boolean;
  readonly builds: readonly BuildServer[];
  readonly editor: boolean;
}

interface Choice<Value> {
  readonly value: Value;
  readonly words: Localized;
}

/**
 * Asks on the terminal; an empty answer takes what is usual. What the command line says already is not asked. Undefined
 * where the one who is asked goes away: Ctrl+C, or the end of the input.
 */
export async function askQuestions(
  usual: Choices,
  known: { readonly [Name in keyof Choices]: boolean },
  language: Language,
): Promise<Choices | undefined> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Answers that are typed ahead wait here for their question.
  const answers = terminal[Symbol.asyncIterator]();
  const ask = async <Value>(question: Localized, choices: readonly Choice<Value>[], index: number): Promise<Value> => {
    process.stderr.write(`${question[language]}\n${rowsOf(choices, language)}`);
    for (;;) {
      terminal.setPrompt(`1–${choices.length} [${index + 1}]: `);
      terminal.prompt();
      const { done, value: answer } = await answers.next();
      if (done) throw left;
      const chosen = choices[answer.trim() === '' ? index : numberIn(answer) - 1];
      if (chosen !== undefined) return chosen.value;
    }
  };
  try {
    const shipped = known.shipped
      ? usual.shipped
      : await ask(initTexts.whichRules, rulesChoices, usual.shipped ? 1 : 0);
    const builds = known.builds ? usual.builds : await ask(initTexts.whichBuild, buildChoices, indexOf(usual.builds));
    const editor = known.editor ? usual.editor : await ask(initTexts.whichEditor, editorChoices, usual.editor ? 0 : 1);
    return { shipped, builds, editor };
  } catch (error) {
    if (error === left) return undefined;
    throw error;
  } finally {
    terminal.close();
  }
}

/** That the one who is asked has gone. */
const left = Symbol('left');

function rowsOf(choices: readonly Choice<unknown>[], language: Language): string {
  return choices.map(({ words }, at) => `  ${at + 1}  ${words[language]}\n`).join('');
}

/** The number that an answer is; 0 where it is none. */
function numberIn(answer: string): number {
  return /^\s*\d+\s*$/.test(answer) ? Number(answer) : 0;
}

const rulesChoices: readonly Choice<boolean>[] = [
  { value: false, words: initTexts.ownRules },
  { value: true, words: initTexts.shippedRules },
];

const buildChoices: readonly Choice<readonly BuildServer[]>[] = [
  { value: ['github'], words: { en: 'GitHub Actions', nl: 'GitHub Actions' } },
  { value: ['gitlab'], words: { en: 'GitLab CI', nl: 'GitLab CI' } },
  { value: ['github', 'gitlab'], words: initTexts.both },
  { value: [], words: initTexts.none },
];

const editorChoices: readonly Choice<boolean>[] = [
  { value: true, words: initTexts.yes },
  { value: false, words: initTexts.no },
];

function indexOf(builds: readonly BuildServer[]): number {
  return buildChoices.findIndex(({ value }) => value.join() === builds.join());
}
