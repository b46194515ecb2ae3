import type { Localized } from '../../../diagnostic/diagnostic.ts';
import type { Spelling } from '../../../syntax/ast.ts';
import { type KeywordToken, spelled } from '../../../syntax/keywords.ts';

/** A whole declaration or clause to be filled in. */
export interface SnippetCandidate {
  /** The keyword that it begins with, which must be able to stand there. */
  readonly token: KeywordToken;
  readonly detail: Localized;
  /** The text with its stops, as `${1:name}`; laid out as the formatter does. */
  readonly body: string;
}

/** The whole declarations and clauses of a spelling that can be filled in. */
export function snippetsOf(spelling: Spelling): readonly SnippetCandidate[] {
  const word = (token: KeywordToken): string => spelled(token, spelling);
  const say = (en: string, nl: string): string => (spelling === 'nl' ? nl : en);
  const name = say('name', 'naam');
  return [
    {
      token: 'Rule',
      detail: {
        en: 'A rule with its level, its source and what it requires',
        nl: 'Een regel met het niveau, de bron en wat hij eist',
      },
      body: `${word('Rule')} \${1:${name}} "\${2:${say('What it asks', 'Wat hij vraagt')}}" {\n  \${3:${word('Mandatory')}}\n  ${word('Cites')} \${4:${word('Source')}} "\${5:art. 1}"\n  ${word('Require')} \${6:${say('condition', 'voorwaarde')}}\n}`,
    },
    {
      token: 'Except',
      detail: {
        en: 'An exception with its ground, who agrees and how long',
        nl: 'Een uitzondering met de grond, wie akkoord geeft en hoe lang',
      },
      body: `${word('Except')} \${1:${name}} {\n  ${word('Ground')} "\${2:${say('On which ground', 'Op welke grond')}}"\n  ${word('AgreedBy')} \${3:${say('role', 'rol')}}\n  ${word('LastsAtMost')} \${4:6} ${word('Months')}\n}`,
    },
    {
      token: 'Parameter',
      detail: {
        en: 'A number that no source gives, with who set it and why',
        nl: 'Een getal dat geen bron geeft, met wie het vaststelde en waarom',
      },
      body: `${word('Parameter')} \${1:${name}}: \${2:${word('Share')}} = \${3:5%}\n  ${word('SetBy')} "\${4}" ${word('Because')} "\${5}" ${word('ReconsiderBy')} \${6:${say('date', 'datum')}}`,
    },
    {
      token: 'Source',
      detail: { en: 'A law or document that rules rest on', nl: 'Een wet of stuk waar regels op rusten' },
      body: `${word('Source')} \${1:${name}} "\${2:${say('Title', 'Titel')}}" ${word('At')} <\${3:https://}>`,
    },
    {
      token: 'TestWord',
      detail: { en: 'A test of a rule', nl: 'Een toets van een regel' },
      body: `${word('TestWord')} "\${1:${say('what is shown', 'wat wordt getoond')}}" {\n  ${word('Given')} { \${2} }\n  ${word('Expect')} \${3:${word('Rule')}} ${word('Passes')}\n}`,
    },
  ];
}
