import type { PackPurpose } from '@waarborg/language';
import { type Block, code, type Inline, type Item, link, type Words } from '../document/document.ts';
import type { Handbook } from './handbook.ts';
import { notesBlock } from './notes.ts';
import { joined, placeOf, say } from './say.ts';

const texts = {
  en: {
    open: ' (open: a case or inquiry may be named below it, as a purpose of its own)',
    also: 'Falls under ',
    too: 'Also falls under ',
    same: 'The same as ',
    above: ', with what is narrower than it, stands in this list already',
  },
  nl: {
    open: ' (open: daaronder kan een zaak of onderzoek worden genoemd, als eigen doel)',
    also: 'Valt onder ',
    too: 'Valt ook onder ',
    same: 'Hetzelfde als ',
    above: ' staat al in deze lijst, met wat er enger aan is',
  },
} as const;

/** Deeper than this a list is no longer read: what is narrower still starts at the margin, and says under what it falls. */
const deepest = 12;

/**
 * The purposes as a nested list: narrower ones below wider ones. One that falls under several stands below each, the first time with what
 * is narrower than it, and then as a link.
 */
export function listOfPurposes(handbook: Handbook): Block {
  const { purposes } = handbook.pack;
  const narrower = new Map<string, PackPurpose[]>();
  for (const purpose of purposes) {
    for (const wide of purpose.wider) {
      const known = narrower.get(wide);
      if (known === undefined) narrower.set(wide, [purpose]);
      else known.push(purpose);
    }
  }
  const listed = new Set<string>();
  const waiting = purposes.filter(({ wider }) => wider.length === 0);
  const items: Item[] = [];
  const itemOf = (purpose: PackPurpose, under: string | undefined, depth: number): Item => {
    if (listed.has(purpose.id)) return { words: [nameLink(purpose, handbook), texts[handbook.language].above] };
    listed.add(purpose.id);
    const below = narrower.get(purpose.id) ?? [];
    if (depth === deepest) waiting.push(...below.filter(({ id }) => !listed.has(id)));
    const inner = depth === deepest ? [] : below.map((child) => itemOf(child, purpose.id, depth + 1));
    return {
      id: placeOf('purpose', purpose.id),
      words: nameWords(purpose, handbook),
      blocks: [...asides(purpose, under, handbook), ...(inner.length === 0 ? [] : [listBlock(inner)])],
    };
  };
  for (const purpose of waiting) if (!listed.has(purpose.id)) items.push(itemOf(purpose, undefined, 1));
  return listBlock(items);
}

function listBlock(items: readonly Item[]): Block {
  return { kind: 'list', look: 'bullets', items };
}

function nameWords({ text, own, id, name, open }: PackPurpose, { language }: Handbook): Words {
  const written = code(own ? name : id);
  return [
    ...(text === undefined ? [written] : [say(text, language), ' ', written]),
    ...(open ? [texts[language].open] : []),
  ];
}

function nameLink({ id, text, own, name }: PackPurpose, { language }: Handbook): Inline {
  return link(`#${placeOf('purpose', id)}`, text === undefined ? code(own ? name : id) : say(text, language));
}

/** What a purpose is besides its place in the list: under what else it falls, what is the same, its notes. */
function asides(purpose: PackPurpose, under: string | undefined, handbook: Handbook): readonly Block[] {
  const { pack, language } = handbook;
  const words = texts[language];
  const links = (ids: readonly string[]): Words =>
    joined(pack.purposes.filter(({ id }) => ids.includes(id)).map((each) => [nameLink(each, handbook)]));
  const others = purpose.wider.filter((id) => id !== under);
  const same: Words = joined([
    ...(purpose.same.length === 0 ? [] : [links(purpose.same)]),
    ...purpose.addresses.map((address): Words => [link(address, address)]),
  ]);
  const lines: readonly Words[] = [
    ...(others.length === 0 ? [] : [[under === undefined ? words.also : words.too, ...links(others)]]),
    ...(same.length === 0 ? [] : [[words.same, ...same]]),
  ];
  return [
    ...lines.map((line): Block => ({ kind: 'paragraph', words: line, tone: 'quiet' })),
    ...notesBlock(purpose.notes, language),
  ];
}
