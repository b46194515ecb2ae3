import { judge, parseDate, type RawDocument, readDocuments, sourceText, typeManifest } from '@waarborg/language';
import { parseEvents } from 'js-yaml';
import { byHand } from './by-hand.ts';
import { compiledRules } from './compiled-rules.ts';
import { median, processorTime, ratio, sideBySide, table } from './measure.ts';
import { limits, thing } from './sixty-rules.ts';
import { toYaml } from './to-yaml.ts';

const rounds = 15;
const { program, compiled } = compiledRules();
const asOf = parseDate(limits.last) ?? 0;

/** Judging over a hand-written function with the same checks, on manifests that are in memory already. */
export async function judgingOverByHand(): Promise<string> {
  const rows = [
    await judgingRow('one manifest, no value breaks a rule', { count: 1, share: 0 }),
    await judgingRow('one manifest, one value in ten does', { count: 1, share: 0.1 }),
    await judgingRow('200 manifests in turn, no value does', { count: 200, share: 0 }),
    await judgingRow('200 in turn, one value in ten does', { count: 200, share: 0.1 }),
    await judgingRow('200 in turn, one in ten, each finding explained', { count: 200, share: 0.1, explains: true }),
  ];
  return `manifests of 6 KB, 60 rules\n\n${table(['manifests', 'by hand, µs', 'waarborg, µs', '× by hand'], rows)}`;
}

interface Judging {
  /** How many different manifests are judged in turn. */
  readonly count: number;
  /** How many of their values break their rule. */
  readonly share: number;
  /** Whether the findings are put into words as well. */
  readonly explains?: boolean;
}

async function judgingRow(name: string, { count, share, explains }: Judging): Promise<readonly string[]> {
  const things = Array.from({ length: count }, (_, seed) => thing(seed, share));
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
  // Both judge as often as takes a few milliseconds, so that the clock is fine enough.
  const turns = { hand: Math.ceil(40_000 / count), waarborg: Math.ceil(4000 / count) };
  let said = 0;
  const contenders = {
    hand: () => {
      for (let turn = 0; turn < turns.hand; turn += 1) for (const { data } of things) byHand(data);
    },
    waarborg: () => {
      for (let turn = 0; turn < turns.waarborg; turn += 1) {
        for (const manifest of typed) {
          const { results } = judge(compiled, manifest, asOf);
          if (explains !== true) continue;
          for (const { findings } of results)
            for (const finding of findings) said += finding.explain().message.en.length;
        }
      }
    },
  };
  const times = await sideBySide(contenders, rounds, processorTime);
  if (explains === true && said === 0) throw new Error('nothing was explained');
  const perManifest = (contender: 'hand' | 'waarborg'): string =>
    ((median(times.get(contender) ?? []) / count / turns[contender]) * 1000).toFixed(2);
  const perTurn = ratio(times, 'waarborg', 'hand') * (turns.hand / turns.waarborg);
  return [name, perManifest('hand'), perManifest('waarborg'), perTurn.toFixed(1)];
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
  const times = await sideBySide(contenders, 7, processorTime);
  const rows = Object.keys(contenders).map((name) => [
    name,
    (median(times.get(name) ?? []) / 1000).toFixed(2),
    ratio(times, name, 'read with positions').toFixed(2),
  ]);
  const bytes = Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length);
  return `10,000 ${syntax.toUpperCase()} manifests of ${bytes} bytes, 60 rules\n\n${table(['part', 's', '× reading'], rows)}`;
}
