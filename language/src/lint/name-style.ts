import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Pack } from '../model/model.ts';
import type { Name, ObligationClause, RuleClause, VocabularyFile } from '../syntax/ast.ts';
import { wordsAt } from '../syntax/words-at.ts';
import type { Finding, LintRule } from './support/lint-rule.ts';

/** What a pack declares is written with hyphens, what a manifest is made of with underscores, and all in small letters. */
export const nameStyle: LintRule = {
  name: 'name-style',
  title: { en: 'A name is off the style', nl: 'Een naam past niet bij de stijl' },
  find: ({ model, files }) => [
    ...model.packs.flatMap(inPack),
    ...files.flatMap((file) => (file.kind === 'vocabulary' ? inVocabulary(file) : [])),
  ],
};

interface Style {
  readonly pattern: RegExp;
  readonly words: Localized;
  readonly sign: '-' | '_';
}

const kebab: Style = {
  pattern: /^[\p{Ll}\d]+(?:-[\p{Ll}\d]+)*$/u,
  words: { en: 'small letters and hyphens', nl: 'kleine letters en koppeltekens' },
  sign: '-',
};

const snake: Style = {
  pattern: /^[\p{Ll}\d]+(?:_[\p{Ll}\d]+)*$/u,
  words: { en: 'small letters and underscores', nl: 'kleine letters en lage streepjes' },
  sign: '_',
};

function inPack(pack: Pack): readonly Finding[] {
  const rules = [...pack.rules.values()];
  const names = [
    ...[...pack.sources.values(), ...pack.parameters.values(), ...pack.defines.values()].map(({ name }) => name),
    ...[...pack.purposes.values()].map(({ declaration }) => declaration.name),
    ...rules.flatMap(({ name, clauses }) => [name, ...clauses.flatMap(namesOfClause)]),
  ];
  return names.flatMap((name) => finding(name, kebab));
}

function inVocabulary({ items }: VocabularyFile): readonly Finding[] {
  return items.flatMap((item) => {
    if (item.kind === 'note') return [];
    const parts = item.kind === 'record' ? item.fields : item.values;
    const style = item.kind === 'record' ? snake : kebab;
    return [...finding(item.name, snake), ...parts.flatMap(({ name }) => finding(name, style))];
  });
}

function namesOfClause(clause: RuleClause): readonly Name[] {
  switch (clause.kind) {
    case 'satisfied':
    case 'require':
    case 'limit':
    case 'measured-cases':
    case 'measured-within':
    case 'disclose':
      return nameOf(clause);
    case 'except':
      return [
        clause.name,
        ...clause.clauses.flatMap((item) => {
          if (item.kind === 'ground') return item.name ?? [];
          return item.kind === 'still' ? nameOf(item.obligation) : [];
        }),
      ];
    case 'level':
    case 'cites':
    case 'judges':
    case 'in-force':
    case 'when':
    case 'trigger':
    case 'for-each':
    case 'next-step':
    case 'note':
    case 'was':
      return [];
  }
}

function nameOf({ name }: ObligationClause): readonly Name[] {
  return name === undefined ? [] : [name];
}

function finding({ text, span }: Name, { pattern, words, sign }: Style): readonly Finding[] {
  if (pattern.test(text)) return [];
  const better = text
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, `$1${sign}$2`)
    .toLowerCase()
    .replaceAll(/[-_]+/g, sign)
    .replace(new RegExp(`^${sign}|${sign}$`, 'g'), '');
  return [
    {
      span,
      message: {
        en: `\`${text}\` is not written in ${words.en}, as names like it are`,
        nl: `\`${text}\` is niet geschreven in ${words.nl}, zoals zulke namen`,
      },
      // No fix: manifests name it, and they cannot be seen from here.
      help: {
        en: `Write \`${better}\`, and \`${wordsAt(span)('Was')} ${text}\` where manifests may have the old name.`,
        nl: `Schrijf \`${better}\`, en \`${wordsAt(span)('Was')} ${text}\` waar manifesten de oude naam kunnen hebben.`,
      },
    },
  ];
}
