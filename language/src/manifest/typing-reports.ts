import { diagnostic } from '../diagnostic/diagnostic.ts';
import { duplicateListKey, fieldTwice, missingListKey, unknownKey } from '../diagnostic/manifest-errors.ts';
import { didYouMean, listed, nearestNames } from '../diagnostic/nearest.ts';
import type { Field, RecordType } from '../model/types.ts';
import { type SourceText, type Span, spanOf } from '../source/source.ts';
import type { RawEntry, RawMap, RawNode } from './document.ts';
import { quoted } from './scalar-fault.ts';
import type { Typing } from './typing.ts';

/** The node, or where it is long its first line: a caret under a whole list would point at nothing. */
export function headSpan(node: RawNode, source: SourceText): Span {
  const lineEnd = source.text.slice(node.start, node.end).search(/[\r\n]/);
  return spanOf(source, node.start, lineEnd === -1 ? node.end : node.start + lineEnd);
}

/** The item's first key, so that the place is one that a reader recognises. */
function itemSpan(node: RawNode, source: SourceText): Span {
  const entry = node.kind === 'map' ? node.entries[0] : undefined;
  return entry === undefined
    ? headSpan(node, source)
    : spanOf(source, entry.keyStart, Math.max(entry.keyEnd, headSpan(entry.value, source).end));
}

/** An item without one of the keys that tell the items of its list apart. */
export function reportMissingKey(missing: readonly string[], field: string, map: RawMap, typing: Typing): void {
  const names = missing.map((name) => `\`${name}\``);
  typing.diagnostics.push(
    diagnostic(
      missingListKey,
      itemSpan(map, typing.source),
      {
        en: `This item of \`${field}\` has no ${listed(names, 'and')}, which tells it from the others`,
        nl: `Dit onderdeel van \`${field}\` heeft geen ${listed(names, 'en')}, waarmee het van de andere verschilt`,
      },
      { help: { en: `Record ${listed(names, 'and')}.`, nl: `Leg ${listed(names, 'en')} vast.` } },
    ),
  );
}

/** Two items with one key; the first may stand in another text. */
export function reportDuplicateKey(
  texts: readonly string[],
  keys: readonly string[],
  field: string,
  [node, first]: readonly [RawNode, RawNode],
  typing: Typing,
  firstSource: SourceText = typing.source,
): void {
  const names = keys.map((name) => `\`${name}\``);
  typing.diagnostics.push(
    diagnostic(
      duplicateListKey,
      itemSpan(node, typing.source),
      {
        en: `Two items of \`${field}\` have the key ${quoted(texts.join('/'))}`,
        nl: `Twee onderdelen van \`${field}\` hebben de sleutel ${quoted(texts.join('/'))}`,
      },
      {
        help: {
          en: `Give one of them another ${listed(names, 'or')}.`,
          nl: `Geef een van beide een andere ${listed(names, 'of')}.`,
        },
        related: [
          { span: itemSpan(first, firstSource), message: { en: 'the first of them', nl: 'het eerste van beide' } },
        ],
      },
    ),
  );
}

/** A key that is no field of its record. */
export function reportUnknownKey(entry: RawEntry, record: RecordType, typing: Typing): void {
  const { key } = entry;
  const span = keySpan(entry, typing);
  const names = nearestNames(
    key,
    record.fields.map((field) => field.name),
  );
  const extension = `x_${key.replaceAll(/[^\w]+/g, '_')}`.slice(0, 60);
  typing.diagnostics.push(
    diagnostic(
      unknownKey,
      span,
      { en: `\`${record.name}\` has no field ${quoted(key)}`, nl: `\`${record.name}\` heeft geen veld ${quoted(key)}` },
      {
        help: didYouMean(names) ?? {
          en: `Keys of your own start with \`x_\`: \`${extension}\`.`,
          nl: `Eigen sleutels beginnen met \`x_\`: \`${extension}\`.`,
        },
        fixes: names.map((name) => ({
          title: { en: `Change to ${name}`, nl: `Wijzig in ${name}` },
          edits: [{ span, text: name }],
        })),
      },
    ),
  );
}

function keySpan({ keyStart, keyEnd }: RawEntry, { source }: Typing): Span {
  return spanOf(source, keyStart, keyEnd);
}

/** A field by its name and by a former name. */
export function reportFieldTwice(field: Field, entry: RawEntry, first: RawEntry, typing: Typing): void {
  const span = keySpan(entry, typing);
  typing.diagnostics.push(
    diagnostic(
      fieldTwice,
      span,
      {
        en: `\`${field.name}\` stands here a second time, by a former name`,
        nl: `\`${field.name}\` staat hier nog een keer, met een vroegere naam`,
      },
      {
        help: {
          en: 'Take one of them away; the first is used.',
          nl: 'Haal een van beide weg; de eerste wordt gebruikt.',
        },
        related: [
          {
            span: keySpan(first, typing),
            message: { en: 'it stands here first', nl: 'hier staat het voor het eerst' },
          },
        ],
      },
    ),
  );
}
