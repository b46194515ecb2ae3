import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { PackFile, RuleClause, RuleDeclaration } from '../../language/src/syntax/ast.ts';
import { packFolder, parseShippedPolicies } from './shipped-policies.ts';

const pagePath = join(packFolder, 'README.md');
const [start, end] = ['<!-- rules: start -->', '<!-- rules: end -->'];

const files = parseShippedPolicies().flatMap(({ file }) => (file.kind === 'pack' ? [file] : []));
const parameters = files.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'parameter' ? [item] : [])));

function rulesOf(file: PackFile): readonly RuleDeclaration[] {
  return file.items.flatMap((item) => (item.kind === 'rule' ? [item] : []));
}

function clausesOf<K extends RuleClause['kind']>(rule: RuleDeclaration, kind: K) {
  return rule.clauses.filter((clause): clause is Extract<RuleClause, { readonly kind: K }> => clause.kind === kind);
}

function ruleRow(rule: RuleDeclaration): string {
  const [level] = clausesOf(rule, 'level');
  const cites = clausesOf(rule, 'cites').flatMap(({ citations }) =>
    citations.map(({ source, at }) => `${source.text} ${at}`),
  );
  const words = rule.span.source.text.slice(rule.span.start, rule.span.end).split(/[^\w-]+/);
  const used = parameters.filter(({ name }) => words.includes(name.text)).map(({ name }) => `\`${name.text}\``);
  const cells = [
    `\`${rule.name.text}\``,
    rule.title?.en ?? '',
    cites.join('; '),
    level?.level ?? '',
    level?.chosenBy?.en ?? 'the law',
    used.join(', '),
  ];
  return `| ${cells.join(' | ')} |`;
}

function tables(): string {
  const source = (name: string): string =>
    parameters.find((parameter) => parameter.name.text === name)?.span.source.text ?? '';
  const written = parameters.map(({ name, value, setBy, reviewBy, because }) => {
    const text = source(name.text);
    const until =
      reviewBy === undefined ? '' : text.slice(reviewBy.span.start, reviewBy.span.end).match(/\d{4}-\d\d-\d\d/)?.[0];
    return `| \`${name.text}\` | ${text.slice(value.span.start, value.span.end)} | ${setBy?.en ?? ''} | ${because?.en ?? ''} | ${until ?? ''} |`;
  });
  return [
    start,
    '',
    '| rule | asks | cites | level | chosen by | parameters |',
    '| --- | --- | --- | --- | --- | --- |',
    ...files.flatMap(rulesOf).map(ruleRow),
    '',
    '## The parameters',
    '| parameter | value | set by | because | reconsider by |',
    '| --- | --- | --- | --- | --- |',
    ...written,
    '',
    end,
  ].join('\n');
}

it('the page of the pack lists its rules and parameters as they are', () => {
  const page = readFileSync(pagePath, 'utf8');
  const wanted = `${page.slice(0, page.indexOf(start))}${tables()}${page.slice(page.indexOf(end) + end.length)}`;
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(pagePath, wanted);
  expect(readFileSync(pagePath, 'utf8')).toBe(wanted);
});
