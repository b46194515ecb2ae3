import type { PackPurpose } from '@waarborg/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LaidOutPurposes, layOutPurposes, mostDrawn } from './lay-out-purposes.ts';

function purpose(name: string, wider: readonly string[] = [], more: Partial<PackPurpose> = {}): PackPurpose {
  const id = `p/${name}`;
  const rest = { own: true, open: false, text: undefined, same: [], addresses: [], notes: [] };
  return { id, pack: 'p', name, wider: wider.map((each) => `p/${each}`), ...rest, ...more };
}

function layOut(purposes: readonly PackPurpose[], more: object = {}): readonly LaidOutPurposes[] {
  return layOutPurposes({ purposes, compatibilities: [], cuts: [], ...more }, 'en');
}

/** Every purpose may fall under those before it, so that there is no circle. */
const graphs = fc
  .integer({ min: 2, max: 40 })
  .chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        fc.subarray(
          Array.from({ length: index }, (__, at) => `n${at}`),
          { maxLength: Math.min(3, index) },
        ),
      ),
    ),
  )
  .map((parents) => parents.map((wider, index) => purpose(`n${index}`, wider)));

describe('purposes on a plane', () => {
  it('never overlap, stay within the drawing, and have a line for each wider purpose that passes no other', () => {
    fc.assert(
      fc.property(graphs, (purposes) => {
        for (const { boxes, ways, width, height } of layOut(purposes)) {
          for (const [index, box] of boxes.entries()) {
            expect(box.x - box.width / 2).toBeGreaterThanOrEqual(0);
            expect(box.y - box.height / 2).toBeGreaterThanOrEqual(0);
            expect(box.x + box.width / 2).toBeLessThanOrEqual(width);
            expect(box.y + box.height / 2).toBeLessThanOrEqual(height);
            for (const other of boxes.slice(index + 1)) {
              const apart =
                Math.abs(box.x - other.x) >= (box.width + other.width) / 2 - 0.2 ||
                Math.abs(box.y - other.y) >= (box.height + other.height) / 2 - 0.2;
              expect(apart, `${box.purpose.id} and ${other.purpose.id}`).toBe(true);
            }
          }
          for (const { x, y } of ways.flatMap(({ points }) => points.slice(1, -1))) {
            const covered = boxes.filter(
              (box) => Math.abs(box.x - x) <= box.width / 2 && Math.abs(box.y - y) < box.height / 2,
            );
            expect(covered.map((box) => box.purpose.id)).toEqual([]);
          }
          expect(ways).toHaveLength(boxes.reduce((sum, box) => sum + box.purpose.wider.length, 0));
        }
      }),
      { numRuns: Math.min(Number(process.env['FUZZ_CASES'] ?? 30), 200) },
    );
  });

  it('have what is wider on the left, and lines that end at its right side', () => {
    const [drawing] = layOut([purpose('wide'), purpose('narrow', ['wide'])]);
    const [wide, narrow] = drawing?.boxes ?? [];
    if (wide === undefined || narrow === undefined) throw new Error('nothing is drawn');
    expect(wide.x).toBeLessThan(narrow.x);
    expect(drawing?.ways).toEqual([
      {
        kind: 'wider',
        points: [
          { x: narrow.x - narrow.width / 2, y: narrow.y },
          { x: wide.x + wide.width / 2, y: wide.y },
        ],
      },
    ]);
  });

  it('are drawn group by group, and not where they stand alone', () => {
    const drawings = layOut([purpose('a'), purpose('alone'), purpose('b', ['a']), purpose('c'), purpose('d', ['c'])]);
    expect(drawings.map(({ boxes }) => boxes.map((box) => box.purpose.name))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('are joined by cuts, uses and sameness too, each its own kind of line', () => {
    const purposes = [
      purpose('a', [], { same: ['p/d'] }),
      purpose('b'),
      purpose('c'),
      purpose('d', [], { same: ['p/a'] }),
    ];
    const [drawing] = layOut(purposes, {
      cuts: [{ child: 'p/b', parent: 'p/a', because: undefined }],
      compatibilities: [{ collectedFor: 'p/b', usedFor: 'p/c', written: undefined, sentence: undefined, cites: [] }],
    });
    expect(drawing?.ways.map(({ kind }) => kind)).toEqual(['same', 'cut', 'may']);
  });

  it('hang together in circles of uses without an end', () => {
    const compatibilities = [
      { collectedFor: 'p/a', usedFor: 'p/b', written: undefined, sentence: undefined, cites: [] },
      { collectedFor: 'p/b', usedFor: 'p/a', written: undefined, sentence: undefined, cites: [] },
    ];
    expect(layOut([purpose('a'), purpose('b')], { compatibilities })[0]?.ways).toHaveLength(2);
  });

  it('break long texts into lines, and cut what is longer than a box', () => {
    const text = { en: `A purpose ${'with many words '.repeat(9)}${'x'.repeat(80)}`, nl: '', only: undefined };
    const [drawing] = layOut([purpose('a', [], { text }), purpose('b', ['a'])]);
    const lines = drawing?.boxes[0]?.lines ?? [];
    expect(lines).toHaveLength(4);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(26);
  });

  it('are left to the list where there are too many of them', () => {
    const many = (count: number): readonly PackPurpose[] =>
      Array.from({ length: count }, (_, index) => purpose(`n${index}`, index === 0 ? [] : [`n${index - 1}`]));
    expect(layOut(many(mostDrawn + 1))).toEqual([]);
    expect(layOut(many(mostDrawn))).toHaveLength(1);
  });
});
