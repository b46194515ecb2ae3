import type { ParameterDeclaration, Text } from '../syntax/ast.ts';
import type { Finding, LintRule } from './support/lint-rule.ts';

/** The language asks who set a parameter and why; this asks that the answers say something. */
export const parameterWithoutReason: LintRule = {
  name: 'parameter-without-reason',
  title: { en: 'A parameter gives an empty reason', nl: 'Een parameter geeft een lege reden' },
  find: ({ model }) => model.packs.flatMap((pack) => [...pack.parameters.values()].flatMap(findings)),
};

function findings({ setBy, because }: ParameterDeclaration): readonly Finding[] {
  const who = finding(setBy, {
    en: 'This does not say who set the parameter',
    nl: 'Dit zegt niet wie de parameter vaststelde',
  });
  const why = finding(because, {
    en: 'This does not say why the parameter has its value',
    nl: 'Dit zegt niet waarom de parameter zijn waarde heeft',
  });
  return [...who, ...why];
}

function finding(text: Text | undefined, message: Finding['message']): readonly Finding[] {
  if (text === undefined || saysSomething(text.en) || saysSomething(text.nl)) return [];
  const help = {
    en: 'Say it in words that a reader who disagrees can answer.',
    nl: 'Zeg het in woorden waar een lezer die het er niet mee eens is op in kan gaan.',
  };
  return [{ span: text.span, message, help }];
}

/** Words, and not only dots, dashes, or what stands where words are still to come. */
function saysSomething(text: string | undefined): boolean {
  return (
    text !== undefined && /[\p{L}\p{N}]/u.test(text) && !/^\W*(?:todo|tbd|fixme|xxx|n\/a|nvt|n\.v\.t\.)\W*$/i.test(text)
  );
}
