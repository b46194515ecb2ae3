import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { waarborg } from '../command-line/run-waarborg.ts';
import { hostileFolder, hostileManifests, hostileName, hostileReports, hostileTexts } from './hostile-texts.ts';

// What a manifest says can do no harm in any format of any command. Markdown and HTML are read by their own readers too, in
// test/consumers and test/accessibility.

const folder = hostileFolder();
const reports = (['en', 'nl'] as const).flatMap((language) => hostileReports(folder, language));
const of = (...formats: readonly string[]): typeof reports => reports.filter(({ format }) => formats.includes(format));

/** Characters that steer a terminal or reorder what is read; a line ends in nothing but a line feed. */
const steering =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

interface Order {
  readonly name: string;
  readonly properties: string;
  readonly data: string;
}

/** The orders that GitHub, Azure or TeamCity would take from lines: at `::` after spaces, or at `##[` anywhere. */
function ordersIn(text: string): readonly Order[] {
  return text.split(/\r\n|\n|\r/).flatMap((line) => {
    const [, name = '', properties = '', data = ''] = /^\s*::([^ :]*) ?(.*?)::(.*)$/u.exec(line) ?? [];
    if (name !== '') return [{ name, properties, data }];
    const [legacy] = /##[a-z]*\[/iu.exec(line) ?? [];
    return legacy === undefined ? [] : [{ name: legacy, properties: '', data: line }];
  });
}

function decoded(text: string): string {
  return text.replaceAll(/%(0A|0D|3A|2C|25)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

it('the manifests have each hostile text in each of their places, and their texts come into the reports', () => {
  expect(Object.keys(hostileManifests()).length).toBeGreaterThan(150);
  const [text = '', json = ''] = of('text', 'json').map(({ text: report }) => report);
  expect(text).toContain('\\u001b[31mred');
  expect(json).toContain('\\u001b[31mred');
  const strings = textsIn(JSON.parse(json)).join('\n');
  for (const hostile of hostileTexts) expect(strings).toContain(hostile);
  expect(strings).toContain(hostileName);
  for (const { exit, name, text: report } of reports) {
    expect([name, exit]).toEqual([name, expect.any(Number)]);
    expect(report).not.toContain('An error in Waarborg itself');
  }
});

it.each(reports.map((report) => [report.name, report] as const))('%s steers no terminal', (_, { text, format }) => {
  // Records of CSV end as RFC 4180 has it.
  const read = format === 'csv' ? text.replaceAll('\r\n', '\n') : text;
  expect(steering.exec(read)?.[0].codePointAt(0)?.toString(16)).toBeUndefined();
});

it.each(reports.filter(({ format }) => format !== 'github').map((report) => [report.name, report] as const))(
  '%s gives a build server no order',
  (_, { text }) => {
    expect(ordersIn(text)).toEqual([]);
  },
);

describe('what a program reads', () => {
  it('CSV has no cell that a spreadsheet would calculate', () => {
    expect(of('csv').length).toBe(2);
    for (const { text, name } of of('csv')) {
      const cells = [...text.matchAll(/(?:^|,|\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
        ([, quoted, bare]) => quoted ?? bare ?? '',
      );
      expect([name, cells.length]).not.toEqual([name, 0]);
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      expect(cells.some((cell) => cell.includes('=HYPERLINK'))).toBe(true);
    }
  });

  it.each(of('json', 'sarif', 'gitlab').map((report) => [report.name, report] as const))(
    '%s is JSON',
    (_, { text }) => {
      expect(JSON.parse(text)).toBeTypeOf('object');
    },
  );

  it('SARIF has no text that a viewer shows as a link to elsewhere', () => {
    for (const { text } of of('sarif')) {
      const shown: string[] = [];
      JSON.parse(text, (key, value) => {
        if (['text', 'justification'].includes(key)) shown.push(value);
        return value;
      });
      expect(shown.join('')).toContain('javascript:alert(1)');
      const links = shown.flatMap((each) => [...each.matchAll(/(?<!\\)\[[^\]]*\]\([^)]+\)/g)]);
      expect(links.map(([link]) => link)).toEqual([]);
    }
  });

  it('the commands for GitHub are ours, each with a text of one line that says what was found', () => {
    for (const { text, name } of of('github')) {
      const lines = text.split('\n').filter((line) => line !== '');
      const orders = ordersIn(text);
      expect([name, orders.length]).toEqual([name, lines.filter((line) => line.startsWith('::')).length]);
      expect(orders.length).toBeGreaterThan(1);
      for (const order of orders) {
        expect(['error', 'warning', 'notice']).toContain(order.name);
        const keys = order.properties.split(',').map((property) => property.split('=')[0]);
        for (const key of keys) expect(['file', 'line', 'endLine', 'col', 'endColumn', 'title', '']).toContain(key);
        for (const value of [order.data, ...order.properties.split(',')]) expect(decoded(value)).not.toMatch(/[\r\n]/);
        expect(order.data).not.toMatch(/%(?!25)/);
      }
      for (const line of lines.filter((each) => !each.startsWith('::'))) expect(line).toMatch(/^(?:And|En nog) \d+ /);
    }
  });

  const xmllint = spawnSync('xmllint', ['--version']).status === 0;
  it.skipIf(!xmllint)(
    `XML is whole, and means what the manifest says (${xmllint ? 'xmllint' : 'skipped: needs xmllint'})`,
    () => {
      for (const { text, name } of of('junit')) {
        const file = join(folder, 'read.xml');
        writeFileSync(file, text);
        const read = (...given: readonly string[]): string => {
          const { status, stdout, stderr } = spawnSync('xmllint', ['--nonet', '--huge', ...given, file], {
            encoding: 'utf8',
            maxBuffer: 1 << 28,
          });
          expect([name, status, stderr]).toEqual([name, 0, '']);
          return stdout;
        };
        read('--noout');
        const known = ['testsuites', 'testsuite', 'testcase', 'failure', 'error', 'skipped', 'properties', 'property'];
        const strange = ['system-out', 'system-err', ...known].map((element) => `name()!='${element}'`).join(' and ');
        expect([name, read('--xpath', `count(//*[${strange}])`).trim()]).toEqual([name, '0']);
        expect([name, read('--xpath', 'count(//comment()|//processing-instruction())').trim()]).toEqual([name, '0']);
      }
      const judged = of('junit').find(({ name }) => name.startsWith('check many'));
      expect(judged?.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    },
  );

  it('a table of tests goes on to its last line', () => {
    for (const { text } of of('tap')) {
      const lines = text.trimEnd().split('\n');
      expect(lines[0]).toMatch(/^TAP version/);
      const points = lines.filter((line) => /^(?:not )?ok \d+/.test(line));
      expect(lines).toContain(`1..${points.length}`);
    }
  });
});

describe('an import of hostile records', () => {
  it('makes YAML that says the same, in files inside the folder alone', () => {
    const { output, errors, exit } = waarborg(['import', 'algoritmeregister', 'register.json'], { folder });
    expect(exit).toBe(0);
    expect(steering.exec(output + errors)).toBeNull();
    expect(ordersIn(output + errors)).toEqual([]);
    const read = textsIn(loadAll(output)).join('\n');
    for (const part of ['=HYPERLINK', '##[add-mask]e', '::error::owned', '$(id) `id` %s %n', 'a\u202egnp.exe'])
      expect(read).toContain(part);
    // Deep inside a folder of our own, since others make files in that of the system at the same time.
    const inside = join(folder, 'one/two');
    mkdirSync(inside, { recursive: true });
    const all = (): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
    const before = all();
    const written = waarborg(['import', 'algoritmeregister', '../../register.json', '-o', 'made/in'], {
      folder: inside,
    });
    expect(written.exit).toBe(0);
    const made = all().filter((name) => !before.includes(name));
    expect(made).toHaveLength(4);
    for (const name of made) expect(name).toMatch(/^one\/two\/made(?:\/in(?:\/[a-z0-9.-]+\.analysis\.yaml)?)?$/);
    expect(readFileSync(join(folder, 'register.json'), 'utf8')).toContain('outside');
  });
});

/** Every text in a value, keys included. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [...(Array.isArray(value) ? [] : [key]), ...textsIn(part)]);
}
