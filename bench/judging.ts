import { judge, parseDate, type RawDocument, readDocuments, sourceText, typeManifest } from '@waarborg/language';
import { parseEvents } from 'js-yaml';
import { byHand } from './by-hand.ts';
import { compiledRules } from './compiled-rules.ts';
import { median, ratio, sideBySide, table } from './measure.ts';
import { limits, thing } from './sixty-rules.ts';
import { toYaml } from './to-yaml.ts';

const rounds = 15;
const { program, compiled } = compiledRules();
const asOf = parseDate(limits.last) ?? 0;

/** Judging over a hand-written function with the same checks, on manifests that are in memory already. */
export async function judgingOverByHand(): Promise<string> {
  const rows = [
    await judgingRow('no value breaks a rule', 0),
    await judgingRow('one value in ten breaks its rule', 0.1),
  ];
  return `200 manifests of 6 KB, 60 rules\n\n${table(['manifests', 'by hand, µs', 'waarborg, µs', '× by hand'], rows)}`;
}

async function judgingRow(name: string, share: number): Promise<readonly string[]> {
  const things = Array.from({ length: 200 }, (_, seed) => thing(seed, share));
  const typed = things.map(({ text }) => {
    const [document] = readDocuments(sourceText('thing.json', text), 'json').documents;
    if (document === undefined) throw new Error('a manifest of the benchmark could not be read');
    return typeManifest(document, program);
  });
  for (const [index, manifest] of typed.entries()) {
    const broken = judge(compiled, manifest, asOf).results.filter((result) => result.outcome !== 'pass');
    const data = things[index]?.data;
    const expected = data === undefined ? [] : byHand(data);
    const judged = broken.map((result) => result.rule.split('/')[1] ?? '');
    if (judged.sort().join() !== [...expected].sort().join()) throw new Error('the two do not agree');
  }
  const turns = 200;
  const contenders = {
    hand: () => {
      for (let turn = 0; turn < turns; turn += 1) for (const { data } of things) byHand(data);
    },
    waarborg: () => {
      for (const manifest of typed) judge(compiled, manifest, asOf);
    },
  };
  const times = await sideBySide(contenders, rounds);
  const perManifest = (contender: string, repeats: number): string =>
    ((median(times.get(contender) ?? []) / things.length / repeats) * 1000).toFixed(1);
  return [
    name,
    perManifest('hand', turns),
    perManifest('waarborg', 1),
    (ratio(times, 'waarborg', 'hand') * turns).toFixed(1),
  ];
}

/** Ten thousand manifests, a thousand different ones ten times over, each read, typed, judged and let go. */
export async function tenThousand(syntax: 'yaml' | 'json'): Promise<string> {
  const texts = Array.from({ length: 1000 }, (_, seed) => {
    const { text } = thing(seed);
    return syntax === 'json' ? text : toYaml(text);
  });
  const baseline = syntax === 'json' ? '`JSON.parse` alone' : "js-yaml's events alone";
  const tenTimes = (act: (text: string) => void) => () => {
    for (let turn = 0; turn < 10; turn += 1) for (const text of texts) act(text);
  };
  const read = (text: string): RawDocument => {
    const [document] = readDocuments(sourceText('thing', text), syntax).documents;
    if (document === undefined) throw new Error('a manifest of the benchmark could not be read');
    return document;
  };
  const contenders = {
    [baseline]: tenTimes((text) => (syntax === 'json' ? JSON.parse(text) : parseEvents(text, {}))),
    'read with positions': tenTimes(read),
    'read, and give types': tenTimes((text) => typeManifest(read(text), program)),
    'read, give types, and judge': tenTimes((text) => judge(compiled, typeManifest(read(text), program), asOf)),
  };
  const times = await sideBySide(contenders, 7);
  const rows = Object.keys(contenders).map((name) => [
    name,
    (median(times.get(name) ?? []) / 1000).toFixed(2),
    ratio(times, name, 'read with positions').toFixed(2),
  ]);
  const bytes = Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length);
  return `10,000 ${syntax.toUpperCase()} manifests of ${bytes} bytes, 60 rules\n\n${table(['part', 's', '× reading'], rows)}`;
}
