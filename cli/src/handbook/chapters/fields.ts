import { type Cell, code, paragraph, type Section } from '../../document/document.ts';
import type { Handbook } from '../handbook.ts';
import { ruleLinks } from '../rule-links.ts';
import { marked } from '../say.ts';

const texts = {
  en: {
    title: 'What a manifest must say',
    intro:
      'The fields that the rules look at. A field that is not recorded leaves every rule that needs it not shown, unless absence means none.',
    caption: 'Fields and the rules that look at them',
    columns: ['Field', 'Type', 'What it says', 'Rules'],
    absent: 'Absent means none.',
    none: 'No rule of this pack looks at a field.',
  },
  nl: {
    title: 'Wat een manifest moet zeggen',
    intro:
      'De velden waar de regels naar kijken. Is een veld niet vastgelegd, dan is geen enkele regel die het nodig heeft aangetoond, tenzij afwezig “geen” betekent.',
    caption: 'Velden en de regels die ernaar kijken',
    columns: ['Veld', 'Soort', 'Wat het zegt', 'Regels'],
    absent: 'Afwezig betekent: geen.',
    none: 'Geen regel van dit pakket kijkt naar een veld.',
  },
} as const;

/** The fields of the vocabulary that the pack needs. */
export function fieldsChapter(handbook: Handbook): Section {
  const { pack, language } = handbook;
  const words = texts[language];
  const rows = pack.fields.map(({ path, type, description, choices, absentMeansNone, usedBy }): readonly Cell[] => [
    [[code(path)]],
    [marked(type, language)],
    [
      ...(description === undefined ? [] : [marked(description, language)]),
      ...choices.flatMap(({ name, text }): Cell => (text === undefined ? [] : [[code(name), `: ${text[language]}`]])),
      ...(absentMeansNone ? [[words.absent]] : []),
    ],
    [ruleLinks(usedBy, handbook)],
  ]);
  return {
    kind: 'section',
    id: 'fields',
    title: [words.title],
    blocks:
      rows.length === 0
        ? [paragraph(words.none)]
        : [
            paragraph(words.intro),
            { kind: 'table', id: 'fields-table', caption: words.caption, columns: words.columns, rows },
          ],
  };
}
