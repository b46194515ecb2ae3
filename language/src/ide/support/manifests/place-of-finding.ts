import type { Location } from '../../../evaluate/result.ts';
import type { TypedManifest } from '../../../manifest/typed-manifest.ts';
import type { Span } from '../../../source/source.ts';
import { firstLineOf, headOf } from './head-of.ts';
import { placesIn } from './places.ts';

/** Where an editor shows a finding: the value itself; of what goes over several lines the key that it stands at, else its first line. */
export function placeOfFinding({ span, pointer }: Location, { record, document }: TypedManifest): Span {
  if (!/[\r\n]/.test(span.source.text.slice(span.start, span.end))) return span;
  if (pointer === '') return headOf(document);
  const places = record === undefined || span.source !== document.source ? [] : placesIn(record);
  const key = places.find((place) => place.part === 'key' && place.pointer === pointer);
  return key === undefined ? firstLineOf(span) : { ...span, start: key.start, end: key.end };
}
