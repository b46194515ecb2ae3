import { describe, expect, it } from 'vitest';
import { definitionOf } from '../../definition.ts';
import { studyPack, studyWords, studyWorkspace } from '../../manifests-for-test.ts';
import { markedWorkspace, withSpans } from '../../marked-for-test.ts';
import { referencesOf } from '../../references.ts';
import { namesInManifest, occurrencesInManifests } from './manifest-names.ts';

const manifest = `vocabulary: test.study 1
id: one
"title": A
purpose: test.rules/research/own case
tint: 'azure'
regions: [red, light-green, yellow]
sets:
  - name: &n red
    colour: "red"
claims:
  - { reference: c, exception: fresh/slow }
explanations:
  - rule: test.rules/bright
    reference: "\\x72ed"
`;

describe('names in a manifest', () => {
  it('are those of fields, choices, purposes and rules, without their quotation marks', () => {
    const { snapshot, path } = studyWorkspace(manifest);
    const names = namesInManifest(snapshot, path).map(({ span }) => span);
    expect(withSpans(manifest, names)).toBe(`«id»: one
"«title»": A
«purpose»: «test.rules»/«research»/own case
«tint»: '«azure»'
«regions»: [«red», «light-green», yellow]
«sets»:
- «name»: &n red
«colour»: "«red»"
«claims»:
- { «reference»: c, «exception»: «fresh»/«slow» }
«explanations»:
- «rule»: «test.rules»/«bright»
«reference»: "\\x72ed"`);
  });

  it('are found again from what they name', () => {
    const { snapshot, path } = studyWorkspace(manifest);
    const purpose = namesInManifest(snapshot, path).find(({ text }) => text === 'research')?.symbol;
    expect(purpose?.id).toBe('purpose test.rules/research');
    const found = purpose === undefined ? [] : occurrencesInManifests(snapshot, purpose);
    expect(found.map(({ span, text }) => `${span.source.name} ${text}`)).toEqual(['m.analysis.yaml research']);
  });

  it('of what an alias repeats stand at one place', () => {
    const text =
      'vocabulary: test.study 1\nid: one\nmethod: &m { name: x }\nx_again: *m\nsets: [&s { name: a, colour: red }, *s]\n';
    const { snapshot, path } = studyWorkspace(text);
    expect(namesInManifest(snapshot, path).filter(({ text: name }) => name === 'red')).toHaveLength(1);
  });

  it('are none in a text that cannot be read, and in another file', () => {
    expect(namesInManifest(studyWorkspace('id: [').snapshot, 'm.analysis.yaml')).toEqual([]);
    expect(namesInManifest(studyWorkspace(manifest, 'm.yaml').snapshot, 'm.yaml')).toEqual([]);
  });
});

describe('definition and references', () => {
  function defined(marked: string): string | undefined {
    const { snapshot, path, offset } = studyWorkspace(marked);
    const to = definitionOf(snapshot, path, offset)?.to;
    return to === undefined ? undefined : `${to.source.name}: ${withSpans(to.source.text, [to]).slice(0, 30)}`;
  }

  it.each([
    ['a key', 'id: o▮ne\nti▮tle: A', 'words.waarborg: «title»: text nl "De titel." e'],
    ['a former key', 'ti▮nt: red', 'words.waarborg: «colour»: colour was tint nl '],
    ['a choice', 'colour: bl▮ue', 'words.waarborg: «blue» was azure nl "Blauw" en'],
    ['a purpose', 'purpose: safety▮', 'pack.waarborg: purpose «safety» nl "Veilighei'],
    ['a rule', 'explanations: [{ rule: bri▮ght }]', 'pack.waarborg: rule «bright» "It is bright" {'],
    ['an exception', 'claims: [{ exception: fresh/sl▮ow }]', 'pack.waarborg: except «slow» "It cannot be ha'],
  ])('of %s', (_, line, expected) => {
    const marked = `vocabulary: test.study 1\nid: one\n${line.replace('id: o▮ne\n', '')}\n`;
    expect(defined(marked)).toContain(expected);
  });

  it('of a free text: none', () => {
    expect(defined('vocabulary: test.study 1\nid: o▮ne\n')).toBeUndefined();
    expect(defined('vocabulary: test.study 1\nid: one\nx_own: re▮d\n')).toBeUndefined();
  });

  it('go from a policy to its manifests and back', () => {
    const files = {
      'b.analysis.yaml': 'vocabulary: test.study 1\nid: b\ncolour: red\n',
      'a.analysis.json': '{ "vocabulary": "test.study 1", "id": "a", "colour": "red" }',
      'words.waarborg': studyWords.replace('\n  red', '\n  r▮ed'),
      'pack.waarborg': studyPack,
    };
    const { snapshot, path, offset } = markedWorkspace(files);
    const found = referencesOf(snapshot, path, offset, false).map(({ span }) => span.source.name);
    expect(found).toEqual(['pack.waarborg', 'a.analysis.json', 'b.analysis.yaml']);
    const back = referencesOf(snapshot, 'b.analysis.yaml', files['b.analysis.yaml'].indexOf('red'), true);
    expect(back.map(({ span }) => span.source.name)).toEqual([
      'pack.waarborg',
      'words.waarborg',
      'a.analysis.json',
      'b.analysis.yaml',
    ]);
  });
});
