import { judge, parseDate, type RawDocument, readDocuments, sourceText, typeManifest } from '@waarborg/language';
import { byHand } from '../by-hand.ts';
import { compiledRules } from '../compiled-rules.ts';
import { limits, type Thing } from '../sixty-rules.ts';
import { withAjv } from './ajv.ts';
import { withCedar } from './cedar.ts';
import { withCel } from './cel.ts';
import { withJsonRulesEngine } from './json-rules-engine.ts';
import { withVersion } from './with-version.ts';

const { program, compiled } = compiledRules();
const asOf = parseDate(limits.last) ?? 0;

/** A manifest as each contender takes it: as plain data, as a read document, and with its types. */
export interface Subject {
  readonly data: Thing;
  readonly document: RawDocument;
  readonly typed: ReturnType<typeof typeManifest>;
}

/** The names of rules that a manifest breaks, from engines that answer at once and from those that promise to. */
export type Contender = (subject: Subject) => readonly string[] | Promise<readonly string[]>;

/** A manifest from its plain data. */
export function subject(data: Thing): Subject {
  const text = JSON.stringify({ vocabulary: 'bench.words 1', ...data });
  const [document] = readDocuments(sourceText('thing.json', text), 'json').documents;
  if (document === undefined) throw new Error('a manifest of the benchmark could not be read');
  return { data, document, typed: typeManifest(document, program) };
}

/** What Waarborg says of the rules that are not met, by the names of the rules. */
export function openRules(typed: Subject['typed']): ReadonlyMap<string, string> {
  const open = judge(compiled, typed, asOf).results.filter(({ outcome }) => outcome !== 'pass');
  return new Map(open.map(({ rule, outcome }) => [rule.slice(rule.indexOf('/') + 1), outcome]));
}

/** All contenders by their names, engines with the version that is measured; the function by hand is the first. */
export function contenders(): Readonly<Record<string, Contender>> {
  const [ajv, cel, cedar, rulesEngine] = [withAjv(), withCel(), withCedar(), withJsonRulesEngine()];
  return {
    'by hand': ({ data }) => byHand(data),
    Waarborg: ({ typed }) => [...openRules(typed).keys()],
    'Waarborg, giving types too': ({ document }) => [...openRules(typeManifest(document, program)).keys()],
    [withVersion('ajv')]: ({ data }) => ajv(data),
    [withVersion('@marcbachmann/cel-js')]: ({ data }) => cel(data),
    [withVersion('@cedar-policy/cedar-wasm')]: ({ data }) => cedar(data),
    [withVersion('json-rules-engine')]: ({ data }) => rulesEngine(data),
  };
}
