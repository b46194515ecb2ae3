import process from 'node:process';
import { convertSource, formatSource, parsePolicy, type SourceText, sourceText } from '@waarborg/language';
import { median, table } from './measure.ts';

const rounds = 2;
const few = 500;
const many = 50_000;
/** So that the smaller file takes long enough to be measured. */
const repeats = 20;

/** What is done with a file. */
const works: Readonly<Record<string, (source: SourceText) => unknown>> = {
  'read alone': (source) => parsePolicy(source),
  'format, formatted already': (source) => formatSource(source),
  'format, every line anew': (source) => formatSource(source),
  'convert to the other spelling': (source) => convertSource(source, 'nl'),
};

/** Formatting a file of 50,000 lines beside one of 500, so that what it costs per line can be compared. */
export function formattingByLine(): string {
  const rows = Object.entries(works).map(([name, work]) => row(name, work, name.includes('anew')));
  const perLine = (lines: number): string => `${lines.toLocaleString('en')} lines, µs a line`;
  return table(['work', perLine(few), perLine(many), '× per line'], rows);
}

function row(name: string, work: (source: SourceText) => unknown, ragged: boolean): readonly string[] {
  const [small, large] = [few, many].map((lines) => {
    const text = fileOf(lines);
    return sourceText(
      'bench.waarborg',
      ragged ? text.replaceAll(/\n +/g, '\n      ').replaceAll(' is ', '   is ') : text,
    );
  });
  if (small === undefined || large === undefined) throw new Error('there are two files');
  const costs = Array.from(
    { length: rounds + 1 },
    () => [costOf(work, small, repeats), costOf(work, large, 1)] as const,
  );
  // The first round warms up.
  const measured = costs.slice(1).map(([ofFew, ofMany]) => [ofFew / (few * repeats), ofMany / many] as const);
  const perLine = (column: 0 | 1): string => median(measured.map((pair) => pair[column])).toFixed(0);
  return [name, perLine(0), perLine(1), median(measured.map(([ofFew, ofMany]) => ofMany / ofFew)).toFixed(2)];
}

/** The time of processors, in microseconds, which other work on the machine moves less than that of a clock. */
function costOf(work: (source: SourceText) => unknown, source: SourceText, times: number): number {
  const before = process.cpuUsage();
  for (let count = 0; count < times; count += 1) work(source);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** A pack of so many lines, formatted, with comments, long conditions and texts in two languages. */
function fileOf(lines: number): string {
  const head = 'pack test.bench version 1.0.0\n  use waarborg.analysis 1\n';
  const rules = Array.from({ length: Math.floor((lines - 2) / ruleLines) }, (_, index) => ruleOf(index));
  const text = formatSource(sourceText('bench.waarborg', `${head}\n${rules.join('\n')}`)).text;
  const count = text.split('\n').length - 1;
  if (Math.abs(count - lines) > ruleLines) throw new Error(`${count} lines in place of ${lines}`);
  return text;
}

const ruleLines = 18;

function ruleOf(index: number): string {
  return `// Rule ${index} of the benchmark.
rule rule-${index} nl "Een regel" en "A rule" {
  mandatory chosen by "us" because "A benchmark needs rules"
  cites act "art. ${index}"
  when method.profiling and decision.effect is one of [legal-effect, significant] // in these cases
  for each margin in error_margins where margin.category is recorded if any

  require justified: margin.category is recorded
    and margin.justification is recorded
    and (margin.max is less than 5% or margin.discussion is recorded)
  limit held: every margin.measurements.value to at most margin.max when method.profiling otherwise to at most 1%
  satisfied by statute when safeguards contains contest
  except rare nl "Zelden" en "Rarely" for justified {
    ground "Some reason"
    lasts at most 12 months
  }
}
`;
}
