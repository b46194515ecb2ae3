import type { Language } from '@waarborg/language';
import { outcomeSigns, outcomeWords } from '../messages.ts';
import { heading, item, type ProseBlock, type ProseItem, prose } from '../render/prose.ts';
import type { ManifestStanding, RuleExplanation } from './explanation-report.ts';
import { headings, madeSentences, sentences } from './explanation-words.ts';

/** What a change of a rule would touch, and how the manifests stand with it. */
export function affectedBlocks(
  { affected, pack }: Pick<RuleExplanation, 'affected' | 'pack'>,
  language: Language,
): readonly ProseBlock[] {
  const { shared, packs, tests, manifests } = affected;
  const nameIn = (rule: string): string => (rule.startsWith(`${pack}/`) ? rule.slice(pack.length + 1) : rule);
  const made = madeSentences(language);
  const items: readonly ProseItem[] = [
    ...shared.map(({ kind, name, rules }) => item(made.shared(kind, name, names(rules.map(nameIn), language)))),
    ...(packs.length === 0 ? [] : [item(made.packs(names(packs, language)))]),
    ...(tests.length === 0
      ? []
      : [
          item(
            made.tests(tests.length),
            tests.map(({ name, file, location }) => item(`${name} (${file}:${location.start.line})`)),
          ),
        ]),
  ];
  const list: ProseBlock = items.length === 0 ? prose(sentences.nothingShared[language]) : { kind: 'items', items };
  return [
    heading(2, headings.affected[language]),
    list,
    ...(manifests === null
      ? [prose(sentences.notInReport[language], true)]
      : [heading(2, headings.manifests[language]), ...standings(manifests, language)]),
  ];
}

function names(all: readonly string[], language: Language): string {
  const quoted = all.map((name) => `\`${name}\``);
  const last = quoted.at(-1) ?? '';
  if (quoted.length < 2) return last;
  return `${quoted.slice(0, -1).join(', ')} ${language === 'en' ? 'and' : 'en'} ${last}`;
}

function standings(manifests: readonly ManifestStanding[], language: Language): readonly ProseBlock[] {
  return [{ kind: 'items', items: manifests.map((manifest) => standing(manifest, language)) }];
}

/** One line where the manifest has one outcome; else the outcomes with the items that have them. */
function standing(manifest: ManifestStanding, language: Language): ProseItem {
  const { file, id, outcomes, statements } = manifest;
  const name = id === '' ? file : `${file} (\`${id}\`)`;
  const made = madeSentences(language);
  const stated = statements.map(({ kind, about, location }) => item(made.statement(kind, about, location.start.line)));
  const groups = [...Map.groupBy(outcomes, ({ outcome }) => outcome)];
  if (groups.length === 0) return item(`${name}: ${sentences.otherKind[language]}`, stated);
  const words = groups.map(([outcome, subjects]) => {
    const keys = subjects.flatMap(({ subject, subjectKey }) => (subject === '' ? [] : (subjectKey ?? subject)));
    const which = keys.length === 0 ? '' : ` (${keys.map((key) => `\`${key}\``).join(', ')})`;
    return `${outcomeSigns[outcome]} ${outcomeWords[outcome][language]}${which}`;
  });
  return item(`${name}: ${words.join('; ')}`, stated);
}
