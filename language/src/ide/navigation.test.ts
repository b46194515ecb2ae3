import { describe, expect, it } from 'vitest';
import type { Span } from '../source/source.ts';
import { type Call, callItemAt, incomingCallsOf, outgoingCallsOf } from './call-hierarchy.ts';
import { documentHighlightsOf } from './document-highlight.ts';
import { implementationsOf } from './implementation.ts';
import { markedWorkspace, withSpans, wordsFixture } from './marked-for-test.ts';
import { updateSnapshot } from './support/snapshot.ts';
import { typeDefinitionOf } from './type-definition.ts';
import { workspaceSymbolsOf } from './workspace-symbols.ts';

const english = `pack p version 1.0.0
  use test.words 1
  scope "Bright" when bright
purpose order "Order" { purpose traffic "Traffic" }
purpose noise "Noise" under order
parameter most: duration = 3 months set by "us" because "so"
parameter tone: colour = red set by "us" because "so"
define bright "Bright": colour is red
define young-and-bright: bright and every d in datasets: d.age is at most most
rule fresh "Fresh" {
  mandatory chosen by "us" because "so"
  for each set in datasets
  require young: set.age is at most most
  require pretty: young-and-bright
  except small "Small" for young when set.colour is red
  except any "Any" when set.colour is red
  except other "Other" for pretty when set.colour is red
}
`;
const dutch = 'pakket p\ndoel lawaai "Lawaai" onder order\nbegrip oud: bright en purpose is vastgelegd\n';
const tests = 'tests p as of 2026-11-24\ntest "t" {\n  given { colour: red }\n  expect fresh fails\n}\n';
const wider = `vocabulary test.wider version 1.0.0
  extends test.words 1
record dataset { owner: text }
`;
const files = {
  'a.waarborg': english,
  'b.waarborg': dutch,
  't.test.waarborg': tests,
  'v.waarborg': wordsFixture,
  'w.waarborg': wider,
};

function at(piece: string, path: keyof typeof files = 'a.waarborg') {
  expect(files[path]).toContain(piece);
  return markedWorkspace({ ...files, [path]: files[path].replace(piece, `▮${piece}`) });
}

function shown(spans: readonly Span[]): readonly string[] {
  return spans.map((span) => `${span.source.name}: ${withSpans(span.source.text, [span])}`);
}

describe('document highlight', () => {
  it('tells where a name is given from where it is used', () => {
    const { snapshot, path, offset } = at('most:');
    const found = documentHighlightsOf(snapshot, path, offset).map(({ span, declares }) => [
      ...shown([span]),
      declares,
    ]);
    expect(found).toEqual([
      ['a.waarborg: parameter «most»: duration = 3 months set by "us" because "so"', true],
      ['a.waarborg: define young-and-bright: bright and every d in datasets: d.age is at most «most»', false],
      ['a.waarborg: require young: set.age is at most «most»', false],
    ]);
  });

  it('is nothing in a keyword', () => {
    const { snapshot, path, offset } = at('version');
    expect(documentHighlightsOf(snapshot, path, offset)).toEqual([]);
  });
});

describe('type definition', () => {
  const typeOf = (piece: string, path?: keyof typeof files): string | undefined => {
    const workspace = at(piece, path);
    const found = typeDefinitionOf(workspace.snapshot, workspace.path, workspace.offset);
    return found && shown([found.to])[0];
  };

  it.each([
    ['a field', 'colour is red\ndefine', 'v.waarborg: choices «colour» "Colours" {'],
    ['a list', 'datasets: d.age', 'v.waarborg: record «dataset» {'],
    ['an item', 'set in', 'v.waarborg: record «dataset» {'],
    ['a parameter', 'tone', 'v.waarborg: choices «colour» "Colours" {'],
    ['a choice', 'red set by', 'v.waarborg: choices «colour» "Colours" {'],
    ['a rule', 'fresh "', 'v.waarborg: manifest «study» "A study" {'],
    ['a definition of a condition', 'bright "', undefined],
    ['a duration', 'age is at most most\nrule', undefined],
  ])('of %s', (_, piece, expected) => {
    expect(typeOf(piece)).toBe(expected);
  });
});

describe('implementation', () => {
  const of = (piece: string, path?: keyof typeof files) => {
    const workspace = at(piece, path);
    return shown(implementationsOf(workspace.snapshot, workspace.path, workspace.offset));
  };

  it('of a purpose is what is narrower', () => {
    expect(of('order "')).toEqual([
      'a.waarborg: purpose order "Order" { purpose «traffic» "Traffic" }',
      'a.waarborg: purpose «noise» "Noise" under order',
      'b.waarborg: doel «lawaai» "Lawaai" onder order',
    ]);
  });

  it('of a duty is the exceptions to it, and of a record its extensions', () => {
    expect(of('young: set')).toEqual([
      'a.waarborg: except «small» "Small" for young when set.colour is red',
      'a.waarborg: except «any» "Any" when set.colour is red',
    ]);
    expect(of('dataset {', 'v.waarborg')).toEqual(['w.waarborg: record «dataset» { owner: text }']);
    expect(of('fresh "')).toEqual([]);
  });
});

describe('workspace symbols', () => {
  const { snapshot } = at('most:');
  const found = (query: string) =>
    workspaceSymbolsOf(snapshot, query).map(({ kind, name, container }) => `${kind} ${name} (${container})`);

  it('finds by signs in order, the best first', () => {
    expect(found('most')).toEqual(['parameter most (p)']);
    expect(found('yab')).toEqual(['define young-and-bright (p)']);
    expect(found('BRIGHT')).toEqual(['define bright (p)', 'define young-and-bright (p)']);
    expect(found('colour')).toContain('field colour (test.words/study)');
    expect(found('zzz')).toEqual([]);
    expect(found('t')).toContain('test t (t.test.waarborg)');
  });

  it('is never endless, and has what is only used last', () => {
    const many = Array.from({ length: 300 }, (_, index) => `define some-${index}: yes is yes`).join('\n');
    const roots = [
      { path: 'a', library: false },
      { path: 'v', library: true },
    ];
    const text = { kind: 'text', path: 'a-many.waarborg', text: `pack p\n${many}\n`, syntax: 'waarborg' } as const;
    const large = updateSnapshot(snapshot, [text, { kind: 'roots', roots }]);
    expect(workspaceSymbolsOf(large, '').length).toBe(200);
    expect(workspaceSymbolsOf(large, 'r').map(({ name }) => name)).toContain('red');
    expect(
      workspaceSymbolsOf(large, 'o')
        .map(({ name }) => name)
        .slice(0, 3),
    ).toEqual(['order', 'other', 'oud'].slice(0, 3));
  });
});

describe('call hierarchy', () => {
  const calls = (all: readonly Call[]) =>
    all.map(
      ({ item, places }) =>
        `${item.kind} ${item.name}: ${shown(places)
          .map((place) => place.split(': ')[0])
          .join(', ')}`,
    );

  it('goes up to definitions, rules, scopes and tests', () => {
    const bright = at('bright "');
    expect(calls(incomingCallsOf(bright.snapshot, bright.path, bright.offset))).toEqual([
      'pack p: a.waarborg',
      'define young-and-bright: a.waarborg',
      'define oud: b.waarborg',
    ]);
    const fresh = at('fresh "');
    expect(calls(incomingCallsOf(fresh.snapshot, fresh.path, fresh.offset))).toEqual(['test t: t.test.waarborg']);
    const most = at('most:');
    expect(calls(incomingCallsOf(most.snapshot, most.path, most.offset))).toEqual([
      'define young-and-bright: a.waarborg',
      'rule fresh: a.waarborg',
    ]);
  });

  it('goes down to definitions and parameters, and from a test to rules', () => {
    const rule = at('fresh "');
    expect(calls(outgoingCallsOf(rule.snapshot, rule.path, rule.offset))).toEqual([
      'parameter most: a.waarborg',
      'define young-and-bright: a.waarborg',
    ]);
    const test = at('t"', 't.test.waarborg');
    expect(callItemAt(test.snapshot, test.path, test.offset)?.kind).toBe('test');
    expect(calls(outgoingCallsOf(test.snapshot, test.path, test.offset))).toEqual(['rule fresh: t.test.waarborg']);
  });

  it('is nothing for what asks nothing', () => {
    const { snapshot, path, offset } = at('order "');
    expect(callItemAt(snapshot, path, offset)).toBeUndefined();
    expect(incomingCallsOf(snapshot, path, offset)).toEqual([]);
  });
});
