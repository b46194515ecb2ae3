import { describe, expect, it } from 'vitest';
import { manifestHoverOf } from './manifest-hover.ts';
import { studyWorkspace } from './manifests-for-test.ts';

function shown(manifest: string, language: 'en' | 'nl' = 'en', name?: string): string | undefined {
  const { snapshot, path, offset } = studyWorkspace(manifest, name);
  const hover = manifestHoverOf(snapshot, path, offset);
  if (hover === undefined) return undefined;
  const { span, title, paragraphs, rules } = hover;
  const text = span.source.text.slice(span.start, span.end);
  const looking = rules.map(
    ({ id, outcome, message }) =>
      `${id}: ${outcome?.[language]}${message === undefined ? '' : ` (${message[language]})`}`,
  );
  return [`«${text}» ${title[language]}`, ...paragraphs.map((each) => each[language]), ...looking].join(' | ');
}

const head = 'vocabulary: test.study 1\nid: one\n';

describe('hover in a manifest shows', () => {
  it('what a field is, which rules look at it, and what each came to', () => {
    expect(shown(`${head}col▮our: blue\n`)).toBe(
      '«colour» colour: one of colour | The colour. | test.rules/bright: does not meet (`colour` is blue, and must be red.)',
    );
    expect(shown(`${head}tit▮le: A\n`, 'nl')).toBe('«title» title: tekst | De titel. | test.rules/titled: voldoet');
  });

  it('what a choice or a purpose is, by a former name too', () => {
    expect(shown(`${head}colour: az▮ure\n`)).toContain('«azure» colour: one of colour | The colour. | blue: Blue |');
    expect(shown(`${head}purpose: research/own▮\n`)).toContain(
      'The purpose. | test.rules/research: Research | test.rules/open-purpose: meets',
    );
    expect(shown('{ "vocabulary": "test.study 1", "id": "x", "colour": "bl▮ue" }', 'nl', 'm.analysis.json')).toContain(
      '«"blue"» colour: een van colour | De kleur. | blue: Blauw | test.rules/bright: voldoet niet',
    );
  });

  it('what the rule came to for the item that it stands in, and for the worst of all on their list', () => {
    const sets = (a: string, b: string) =>
      `${head}sets:\n  - name: a\n    ${a}: 1 months\n  - { name: b, ${b}: 4 months }\n`;
    expect(shown(sets('a▮ge', 'age'))).toContain('test.rules/fresh: meets');
    expect(shown(sets('age', 'ag▮e'))).toContain('test.rules/fresh: does not meet (`sets[b].age` is 4 months');
    expect(shown(sets('age', 'age').replace('sets', 'se▮ts'))).toContain('test.rules/fresh: does not meet');
  });

  it('nothing at what the vocabulary does not know, behind the end, in a comment, or in another file', () => {
    expect(shown(`${head}x_o▮wn: 1\n`)).toBeUndefined();
    expect(shown(`vocabu▮lary: test.study 1\nid: one\n`)).toBeUndefined();
    expect(shown(`${head}title: A # com▮ment\n`)).toBeUndefined();
    expect(shown(`${head}sets: [▮\n`)).toBeUndefined();
    expect(shown(`${head}ti▮tle: A\n`, 'en', 'm.yaml')).toBeUndefined();
  });
});
