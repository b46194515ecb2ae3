import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parsePolicy } from '@waarborg/language';
import { expect, it } from 'vitest';
import type { Text, TypeExpression, VocabularyFile } from '../../language/src/syntax/ast.ts';
import { policiesFolder, readSource } from './shipped-policies.ts';

const pagePath = fileURLToPath(new URL('../../docs/reference/vocabulary.md', import.meta.url));
const vocabularyPath = join(policiesFolder, 'waarborg.analysis', 'analysis.waarborg');

function vocabulary(): VocabularyFile {
  const { file, diagnostics } = parsePolicy(readSource('policies/waarborg.analysis/analysis.waarborg', vocabularyPath));
  expect(diagnostics).toEqual([]);
  if (file.kind !== 'vocabulary') throw new Error('the vocabulary is a vocabulary');
  return file;
}

function typeWords(type: TypeExpression): string {
  switch (type.kind) {
    case 'missing':
      return '?';
    case 'named':
      return `[${type.name.text}](#${type.name.text})`;
    case 'list':
      return `list of ${typeWords(type.of)}${type.keys.length === 0 ? '' : `, keyed by ${type.keys.map((key) => key.text).join(', ')}`}`;
    case 'text':
    case 'number':
    case 'share':
    case 'count':
    case 'date':
    case 'duration':
    case 'yes-no':
    case 'purpose':
    case 'citation':
      return type.kind;
  }
}

function cell(text: Text | undefined, language: 'en' | 'nl'): string {
  return (text?.[language] ?? '').replaceAll('|', '\\|');
}

function page(file: VocabularyFile): string {
  const lines = [
    '# The vocabulary `waarborg.analysis` 1',
    '',
    '*Register* is the counterpart in the Dutch publication standard 1.0. A field that is left out is unknown, unless the table says',
    '*absent means none*. Write `none` for what is recorded not to be there, and `0` for what was counted and is nought.',
    '',
    'This page is made from `policies/waarborg.analysis/analysis.waarborg`; `UPDATE_GOLDEN=1 npm run test:unit -- test/policies` makes it again.',
  ];
  for (const item of file.items) {
    if (item.kind === 'note') continue;
    lines.push('', `## ${item.name.text}`, '', `${cell(item.text, 'en')} · ${cell(item.text, 'nl')}`, '');
    if (item.kind === 'choices') {
      lines.push('| choice | English | Nederlands |', '| --- | --- | --- |');
      for (const value of item.values) {
        const role = value.roles.map((name) => `, role ${name.text}`).join('');
        lines.push(`| \`${value.name.text}\`${role} | ${cell(value.text, 'en')} | ${cell(value.text, 'nl')} |`);
      }
      continue;
    }
    lines.push('| field | type | English | Nederlands | register |', '| --- | --- | --- | --- | --- |');
    for (const field of item.fields) {
      const marks = [...(field.closed ? ['absent means none'] : []), ...field.roles.map((role) => `role ${role.text}`)];
      const type = [typeWords(field.type), ...marks].join('; ');
      const register = field.notes
        .filter((note) => note.key.text === 'publication-standard')
        .map((note) => `\`${note.text.en ?? note.text.nl ?? ''}\``);
      lines.push(
        `| \`${field.name.text}\` | ${type} | ${cell(field.text, 'en')} | ${cell(field.text, 'nl')} | ${register.join(', ')} |`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

it('describes every field, record and choice in both languages', () => {
  const undescribed = vocabulary().items.flatMap((item) => {
    if (item.kind === 'note') return [];
    const parts = item.kind === 'record' ? item.fields : item.values;
    return [item, ...parts]
      .filter(({ text }) => text?.en === undefined || text.nl === undefined)
      .map(({ name }) => `${item.name.text}.${name.text}`);
  });
  expect(undescribed).toEqual([]);
});

it('names fields of the publication standard that exist, each once', () => {
  const named = vocabulary()
    .items.flatMap((item) => (item.kind === 'record' ? item.fields : []))
    .flatMap((field) => field.notes.map((note) => note.text.en ?? note.text.nl ?? ''));
  // The fields of the publication standard 1.0, and those of its three lists of references.
  const standard = [
    ...['name', 'description_short', 'organization', 'category', 'status', 'begin_date', 'end_date', 'contact_email'],
    ...[
      'website',
      'publication_category',
      'url',
      'goal',
      'proportionality',
      'human_intervention',
      'risks',
      'lawful_basis',
    ],
    ...['lawful_basis_grouping', 'process_index_url', 'impacttoetsen_grouping', 'impacttoetsen', 'source_data'],
    ...[
      'source_data_grouping',
      'methods_and_models',
      'provider',
      'publiccode',
      'lang',
      'standard_version',
      'source_id',
      'tags',
    ],
    ...['lawful_basis_grouping', 'impacttoetsen_grouping', 'source_data_grouping'].flatMap((list) => [
      `${list}.title`,
      `${list}.link`,
    ]),
  ];
  expect([...named].sort()).toEqual([...standard].sort());
});

it('is shown on the reference page as it is', () => {
  const wanted = page(vocabulary());
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(pagePath, wanted);
  expect(readFileSync(pagePath, 'utf8')).toBe(wanted);
});
