import type { CitedPassage, PackDescription, PackRule, SourceDescription } from '@waarborg/language';
import { type Inline, link, type Words } from '../document/document.ts';
import type { Handbook } from './handbook.ts';
import { joined, placeOf, quoted, say } from './say.ts';

/** The number of a rule in the handbook: rules are numbered in the order of the pack. */
export function numberOf(rule: PackRule, { rules }: PackDescription): string {
  return String(rules.indexOf(rule) + 1);
}

/** A link to a rule by its number and title. */
export function ruleTitleLink(rule: PackRule, { pack, language }: Handbook): Inline {
  return link(placeOfRule(rule), `${numberOf(rule, pack)} `, say(rule.title, language));
}

/** Links to rules by their numbers and names. */
export function ruleLinks(ids: readonly string[], { pack }: Handbook): Words {
  const rules = ids.flatMap((id) => pack.rules.find(({ description }) => description.id === id) ?? []);
  return joined(
    rules.map((rule) => [
      link(placeOfRule(rule), `${numberOf(rule, pack)} `, { kind: 'code', text: rule.description.name }),
    ]),
  );
}

/** The place of a rule. */
export function placeOfRule({ description }: PackRule): string {
  return `#${placeOf('rule', description.name)}`;
}

/** The place of a source of the pack. */
export function placeOfSource(name: string): string {
  return placeOf('source', name);
}

/** The place of a passage of a source of the pack: its words, and a number where another passage has the same words. */
export function placeOfPassage({ name, passages }: SourceDescription, at: string): string {
  const slug = slugOf(at);
  const alike = passages.map((passage) => passage.at).filter((other) => slugOf(other) === slug);
  const index = alike.indexOf(at);
  return `${placeOfSource(name)}--${slug}${index > 0 ? `--${index + 1}` : ''}`;
}

function slugOf(at: string): string {
  return at
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .toLowerCase();
}

/** `Title, art. 5(1)(b)`, leading to the source in the handbook, with the words that bear on the duty. */
export function citationWords(cited: CitedPassage, { pack, language }: Handbook): Words {
  const own = pack.sources.find(({ name }) => name === cited.source);
  const place = [say(cited.title, language), ', ', cited.at];
  return [
    ...(own === undefined ? place : [link(`#${placeOfPassage(own, cited.at)}`, ...place)]),
    ...(cited.quoting === undefined ? [] : [': ', quoted(cited.quoting, language)]),
  ];
}
