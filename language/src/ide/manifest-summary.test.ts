import { expect, it } from 'vitest';
import { manifestSummariesOf } from './manifest-summary.ts';
import { studyWorkspace } from './manifests-for-test.ts';

function words(manifest: string, language: 'en' | 'nl' = 'en'): readonly string[] {
  const { snapshot, path } = studyWorkspace(manifest);
  return manifestSummariesOf(snapshot, path).map(({ span, words: said }) => {
    return `«${span.source.text.slice(span.start, span.end)}» ${said[language]}`;
  });
}

const one =
  'vocabulary: test.study 1\nid: one\ntitle: A\ncolour: blue\npurpose: safety\nsets: [{ name: a, age: 1 months }, { name: b }]\n';

it('sums up what each document came to, first what has to be done', () => {
  expect(words(one)).toEqual(['«vocabulary» 1 does not meet, 1 not shown, 3 meet']);
  expect(words(one, 'nl')).toEqual(['«vocabulary» 1 voldoet niet, 1 niet aangetoond, 3 voldoen']);
  expect(words(`${one}---\nid: two\nvocabulary: test.study 1\n`)).toEqual([
    '«vocabulary» 1 does not meet, 1 not shown, 3 meet',
    '«id» 4 not shown',
  ]);
});

it('says of what has errors, or is not judged, that it does', () => {
  expect(words(one.replace('blue', 'green'))).toEqual(['«vocabulary» 1 error in the manifest, 2 not shown, 3 meet']);
  expect(words('vocabulary: test.study 1\nid: [\n')).toEqual(['«vocabulary: test.study 1» Not judged']);
  expect(words('')).toEqual(['«» Not judged']);
});
