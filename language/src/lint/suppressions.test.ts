import { describe, expect, it } from 'vitest';
import { lintText } from './lint-for-test.ts';
import { suppressionRules } from './suppressions.ts';

const rule = 'rule r "R" { mandatory chosen by "us" require a }';
const codes = (text: string): readonly string[] => lintText(text).map(({ code }) => code);

describe('a suppression with a reason', () => {
  it.each([
    '// lint: allow rule-without-source because it is a test',
    '// lint: duld rule-without-source omdat het een proef is',
    '//lint:allow rule-without-source  because  of this   ',
    '// lint: allow rule-without-source because it is a test\n\n// and more is said here\n',
    '    // lint: allow rule-without-source because it is a test\r\n\t',
  ])('covers the next line that says something: %j', (comment) => {
    expect(codes(`${comment}\n${rule}`)).toEqual([]);
  });

  it('covers no line after that one', () => {
    const text = `// lint: allow rule-without-source because it is a test\n${rule}\n${rule.replace('r "R"', 'other "O"')}`;
    expect(lintText(text.replaceAll('require a }\nrule', 'require b }\nrule')).map(({ code }) => code)).toEqual([
      'rule-without-source',
    ]);
  });

  it('covers what its own rule of lint finds only', () => {
    const text = `// lint: allow scope-missing because it is a test\n${rule}`;
    expect(codes(text)).toEqual([suppressionRules.unused.name, 'rule-without-source']);
  });

  it('stands with others', () => {
    const text = `pack p version 1.0.0 use test.words 1\n// lint: allow rule-without-source because one\n// lint: allow scope-missing because two\n${rule}`;
    expect(codes(text)).toEqual(['scope-missing', suppressionRules.unused.name]);
  });
});

describe('a suppression is a finding itself', () => {
  it.each([
    '// lint: allow rule-without-source',
    '// lint: allow rule-without-source because',
    '// lint: allow rule-without-source, as we said',
  ])('without a reason, and then suppresses nothing: %j', (comment) => {
    expect(codes(`${comment}\n${rule}`)).toEqual([suppressionRules.reason.name, 'rule-without-source']);
  });

  it('with an unknown name, for which the nearest is offered', () => {
    const [first] = lintText(`// lint: allow rule-without-sources because x\n${rule}`);
    expect(first?.code).toBe(suppressionRules.unknown.name);
    expect(first?.help?.en).toBe('Did you mean `rule-without-source`?');
    expect(first?.span.source.text.slice(first.span.start, first.span.end)).toBe('rule-without-sources');
  });

  it.each(['// lint: allow', '// lint:', '// lint: because I say so'])('without a name: %j', (comment) => {
    expect(codes(`${comment}\n${rule}`)).toEqual([suppressionRules.unknown.name, 'rule-without-source']);
  });

  it('where it suppresses nothing, at the end of a file too', () => {
    const text = 'source law "A law"\nrule r "R" { mandatory cites law "1" require a }\n';
    const comment = '// lint: allow rule-without-source because x';
    expect(codes(`${comment}\n${text}`)).toEqual([suppressionRules.unused.name]);
    expect(codes(`${text}${comment}`)).toEqual([suppressionRules.unused.name]);
  });
});

it('is no suppression within a text', () => {
  expect(codes('source law "A law // lint: allow x"\nrule r "R" { mandatory cites law "1" require a }\n')).toEqual([]);
});
