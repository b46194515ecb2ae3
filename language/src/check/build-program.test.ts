import { describe, expect, it } from 'vitest';
import { compileProgram, judge } from '../evaluate/judge.ts';
import { readDocuments } from '../manifest/read-document.ts';
import { typeManifest } from '../manifest/type-manifest.ts';
import { usesOf } from '../model/uses-of.ts';
import { sourceText } from '../source/source.ts';
import { parsePolicy } from '../syntax/parse.ts';
import { parseDate } from '../values/calendar.ts';
import { buildProgram, type CheckedProgram } from './build-program.ts';

const words = `vocabulary test.words version 1.2.0
manifest thing { id: text role id  part: part  purpose: purpose }
record part { a: yes-no }
`;
const extension = `vocabulary test.more version 2.0.0
  extends test.words 1
record part { b: yes-no }
record extra { c: text }
`;

function build(...texts: readonly string[]): CheckedProgram {
  return buildProgram(texts.map((text, index) => parsePolicy(sourceText(`file-${index}`, text))));
}

function codes(...texts: readonly string[]): readonly string[] {
  return build(...texts).diagnostics.map((found) => found.code);
}

function outcomes(texts: readonly string[], manifest: string): readonly string[] {
  const { program, diagnostics } = build(...texts);
  expect(diagnostics).toEqual([]);
  const [document] = readDocuments(sourceText('manifest', manifest), 'yaml').documents;
  if (document === undefined) throw new Error('a text has a document');
  const typed = typeManifest(document, program);
  const { results } = judge(compileProgram(program), typed, parseDate('2026-11-23') ?? 0);
  return results.map(({ rule, outcome, reason }) =>
    [rule, outcome, ...(reason === undefined ? [] : [reason])].join(' '),
  );
}

const rule = (name: string, condition: string): string =>
  `rule ${name} { mandatory chosen by "a test" require ${condition} }\n`;

describe('a pack of several files', () => {
  it('is one pack, whatever their order', () => {
    const first = `pack test.pack version 1.0.0\n  use test.words 1\n${rule('one', 'limit-of-a')}`;
    const second = 'pack test.pack\ndefine limit-of-a: part.a is yes\n';
    for (const files of [
      [words, first, second],
      [second, first, words],
    ]) {
      expect(outcomes(files, 'vocabulary: test.words 1\nid: x\npart: { a: yes }')).toEqual(['test.pack/one pass']);
    }
  });

  it('says that a name is declared in two of them', () => {
    const first = `pack test.pack version 1.0.0\n  use test.words 1\n${rule('one', 'part.a')}`;
    expect(codes(words, first, `pack test.pack\n${rule('one', 'part.a')}`)).toEqual(['WB0205']);
  });
});

describe('use', () => {
  const other = `pack test.other version 3.0.0
  use test.words 1
  scope when part is recorded
purpose wide { purpose narrow }
parameter wanted: yes-no = yes set by "a test" because "it needs one"
${rule('theirs', 'part.a')}`;

  it('runs the rules of both, each under its own name and scope', () => {
    const ours = `pack test.ours version 1.0.0\n  use test.other 3 as o\n${rule('ours', 'part.a is wanted and purpose falls under o/wide')}`;
    expect(
      outcomes([words, ours, other], 'vocabulary: test.words 1\nid: x\npart: { a: yes }\npurpose: narrow'),
    ).toEqual(['test.other/theirs pass', 'test.ours/ours pass']);
    expect(outcomes([words, ours, other], 'vocabulary: test.words 1\nid: x\npart: none\npurpose: narrow')).toEqual([
      'test.other/theirs not-applicable scope',
      'test.ours/ours unproven',
    ]);
  });

  it('says which names a file needs', () => {
    const uses = (text: string): unknown => usesOf(parsePolicy(sourceText('x', text)));
    expect(uses(other)).toEqual([{ name: 'test.words', major: 1 }]);
    expect(uses(extension)).toEqual([{ name: 'test.words', major: 1 }]);
    expect(uses('something else')).toEqual([]);
  });

  it('looks at own names before those of used packs', () => {
    const ours = `pack test.ours version 1.0.0\n  use test.other 3\nparameter wanted: yes-no = no set by "us" because "x"\n${rule('ours', 'part.a is wanted')}`;
    expect(outcomes([words, ours, other], 'vocabulary: test.words 1\nid: x\npart: { a: yes }')).toContain(
      'test.ours/ours fail',
    );
  });
});

describe('an extension of a vocabulary', () => {
  const base = `pack test.base version 1.0.0\n  use test.words 1\n${rule('base', 'part.a')}`;
  const more = `pack test.more-rules version 1.0.0\n  use test.more 2\n${rule('more', 'part.b')}`;

  it('keeps the slots of what it extends, so that rules of both judge manifests of both', () => {
    const files = [words, extension, base, more];
    expect(outcomes(files, 'vocabulary: test.more 2\nid: x\npart: { b: yes, a: yes }')).toEqual([
      'test.base/base pass',
      'test.more-rules/more pass',
    ]);
    // A manifest of the base cannot say what only the extension asks: that is no pass, and no way out.
    expect(outcomes(files, 'vocabulary: test.words 1\nid: x\npart: { a: yes }')).toEqual([
      'test.base/base pass',
      'test.more-rules/more unproven',
    ]);
  });

  it('adds to a record and never changes it', () => {
    expect(codes(words, extension.replace('b: yes-no', 'a: text'))).toEqual(['WB0211']);
  });
});

describe('checking', () => {
  it('gives diagnostics in the order of files and places, each once', () => {
    const twice = `pack test.pack version 1.0.0\n  use test.words 1\ndefine bad: part.c is yes\n${rule('one', 'bad')}${rule('two', 'bad and part.d')}`;
    expect(build(words, twice).diagnostics.map(({ code, span }) => `${code}@${span.start}`)).toEqual([
      `WB0303@${twice.indexOf('part.c') + 5}`,
      `WB0303@${twice.indexOf('part.d') + 5}`,
    ]);
  });

  it('lets a definition be another name of another name for a condition', () => {
    const pack = (more: string): string =>
      `pack test.pack version 1.0.0\n  use test.words 1\ndefine c: b\ndefine b: a\n${more}\n${rule('one', 'c')}`;
    expect(codes(words, pack('define a: part.a is yes'))).toEqual([]);
    expect(codes(words, pack('define a: c'))).toContain('WB0313');
  });

  it('says that a compatibility rests on itself, and ends', () => {
    const pack = (condition: string): string => `pack test.pack version 1.0.0
  use test.words 1
source law "L"
purpose p
purpose q
define fits: purpose is compatible with q
data collected for p may be used for q when ${condition} cites law "1"
${rule('one', 'fits')}`;
    expect(codes(words, pack('purpose falls under p'))).toEqual([]);
    expect(codes(words, pack('purpose is compatible with p'))).toEqual(['WB0313']);
    expect(codes(words, pack('fits'))).toContain('WB0313');
  });

  it('keeps the other rules of a pack of which one is wrong', () => {
    const { program } = build(
      words,
      `pack test.pack version 1.0.0\n  use test.words 1\n${rule('bad', 'part.c')}${rule('good', 'part.a')}`,
    );
    expect(program.packs[0]?.rules.map((each) => each.name)).toEqual(['bad', 'good']);
  });

  it('forbids numbers of one’s own only beside a source that gives none', () => {
    const citing = (source: string): string => `pack test.pack version 1.0.0
  use test.words 1
source brief "B" gives no numbers
source law "L"
rule r { mandatory cites ${source} "1" require id is recorded when 1 is 1 }
`;
    expect(codes(words, citing('brief'))).toEqual(['WB0404', 'WB0404']);
    expect(codes(words, citing('law'))).toEqual([]);
  });
});
