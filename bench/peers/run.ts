import { judge, parseDate, readDocuments, sourceText, typeManifest } from '@waarborg/language';
import { median, ratio, table } from '../measure.ts';
import { byHand, sixtyRules, type Thing, thing } from '../sixty-rules.ts';
import { withAjv } from './ajv.ts';
import { withCedar } from './cedar.ts';
import { withCel } from './cel.ts';
import { withJsonRulesEngine } from './json-rules-engine.ts';
import { limits } from './rules.ts';

// Waarborg beside other engines: one rule set, the same manifests, in memory already. All must agree on the broken rules
// before anything is timed.

type Answer = readonly string[] | Promise<readonly string[]>;

const { program, compiled } = sixtyRules();
const day = parseDate(limits.last) ?? 0;

function typed(text: string) {
  const [document] = readDocuments(sourceText('thing.json', text), 'json').documents;
  if (document === undefined) throw new Error('a manifest of the benchmark could not be read');
  return typeManifest(document, program);
}

const things = [0, 0.1, 0.5].map((share) => ({
  share,
  all: Array.from({ length: 100 }, (_, seed) => thing(seed, share)).map(({ text, data }) => ({
    data,
    typed: typed(text),
  })),
}));

interface Subject {
  readonly data: Thing;
  readonly typed: ReturnType<typeof typed>;
}

const contenders: Readonly<Record<string, (subject: Subject) => Answer>> = (() => {
  const [ajv, cel, cedar, rulesEngine] = [withAjv(), withCel(), withCedar(), withJsonRulesEngine()];
  return {
    'by hand': ({ data }: Subject) => byHand(data),
    waarborg: (subject: Subject) =>
      judge(compiled, subject.typed, day)
        .results.filter(({ outcome }) => outcome !== 'pass')
        .map(({ rule }) => rule.split('/')[1] ?? ''),
    'ajv 8.20.0': ({ data }: Subject) => ajv(data),
    'cel-js 8.0.0': ({ data }: Subject) => cel(data),
    'cedar-wasm 4.13.0': ({ data }: Subject) => cedar(data),
    'json-rules-engine 7.3.1': ({ data }: Subject) => rulesEngine(data),
  };
})();

let broken = 0;
for (const { all } of things) {
  for (const subject of all) {
    const answers = await Promise.all(Object.values(contenders).map((contender) => contender(subject)));
    const [expected = '', ...others] = answers.map((answer) => [...answer].sort().join());
    broken += answers[0]?.length ?? 0;
    const names = Object.keys(contenders).slice(1);
    for (const [index, answer] of others.entries()) {
      if (answer !== expected) throw new Error(`${names[index]} says ${answer}, and by hand it is ${expected}`);
    }
  }
}
console.log(`Node ${process.version}\n\nAll agree on ${broken} broken rules of ${things.length * 100} manifests.\n`);

for (const { share, all } of things.slice(0, 2)) {
  const times = new Map<string, number[]>();
  for (let round = -1; round < 9; round += 1) {
    for (const [name, contender] of Object.entries(contenders)) {
      // What is fast is repeated, so that the clock can tell.
      const turns = name === 'by hand' ? 50 : name === 'waarborg' || name.startsWith('ajv') ? 10 : 1;
      const start = performance.now();
      for (let turn = 0; turn < turns; turn += 1) for (const subject of all) await contender(subject);
      const taken = (performance.now() - start) / turns;
      if (round >= 0) times.set(name, [...(times.get(name) ?? []), taken]);
    }
  }
  const rows = Object.keys(contenders).map((name) => [
    name,
    ((median(times.get(name) ?? []) / all.length) * 1000).toFixed(1),
    ratio(times, name, 'by hand').toFixed(1),
  ]);
  const title = share === 0 ? 'No value breaks a rule' : 'One value in ten breaks its rule';
  console.log(`${title}\n\n${table(['engine', 'µs a manifest', '× by hand'], rows)}\n`);
}
