import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { noProject } from '../../../cli/src/project/find-project.ts';
import { buildWhyReport } from '../../../cli/src/why/build-why-report.ts';
import { decideManifest } from '../../../cli/src/why/decide-manifest.ts';
import { renderWhyMarkdown } from '../../../cli/src/why/render-why-markdown.ts';
import { renderWhyText, type WhyStyle } from '../../../cli/src/why/render-why-text.ts';
import type { WhyArguments } from '../../../cli/src/why/why-arguments.ts';
import { buildProgram } from '../../../language/src/check/build-program.ts';
import type { Language } from '../../../language/src/diagnostic/diagnostic.ts';
import { sourceText } from '../../../language/src/source/source.ts';
import { parsePolicy } from '../../../language/src/syntax/parse.ts';
import { parseDate } from '../../../language/src/values/calendar.ts';
import { type GoldenPart, testGoldenFiles } from '../golden.ts';

const folder = new URL('./', import.meta.url);
const vocabulary = readFileSync(
  new URL('../../../policies/waarborg.analysis/analysis.waarborg', import.meta.url),
  'utf8',
);

const head = (scope: string): string => `pack nl.example.why version 1.0.0
  title nl "Een voorbeeld" en "An example"
  use waarborg.analysis 1
  ${scope}
source law nl "De wet" en "The law" applies from 2020-01-01
`;

/** The manifest stands below this line; options of the command line stand behind it. */
const divider = /^--- manifest(.*)\n/m;

// Each file has rules, and a manifest; below it stands what `waarborg why` says of every rule, in both languages.
testGoldenFiles(folder, (source) => {
  const match = divider.exec(source);
  if (match === null) throw new Error('there is no manifest');
  const rules = source.slice(0, match.index);
  const scope = /^scope .*\n(?: {2}.*\n)*/.exec(rules)?.[0] ?? '';
  const policy = `${head(scope)}${rules.slice(scope.length)}`;
  const { program, diagnostics } = buildProgram([
    parsePolicy(sourceText('vocabulary', vocabulary)),
    parsePolicy(sourceText('pack', policy)),
  ]);
  expect(diagnostics.map(({ message }) => message.en)).toEqual([]);
  const text = source.slice(match.index + match[0].length);
  const name = (match[1] ?? '').includes('json') ? 'm.json' : 'm.yaml';
  const manifest = sourceText(name, text);
  const options = optionsOf(match[1] ?? '');
  return program.packs
    .flatMap((pack) => pack.rules)
    .flatMap((rule) => {
      const run = decideManifest(manifest, program, rule, options);
      const style = (language: Language): WhyStyle => ({
        language,
        width: 100,
        verbose: options.verbose,
        onePack: true,
        colour: false,
        sourceOf: () => manifest,
      });
      expect(run.errors('en')).toEqual([]);
      const parts: GoldenPart[] = (['en', 'nl'] as const).map((language) => ({
        heading: `${rule.name} (${language})`,
        text: [...renderWhyText(buildWhyReport(run, language), style(language))].join('').trimEnd(),
      }));
      const markdown = [...renderWhyMarkdown(buildWhyReport(run, 'nl'), style('nl'))].join('').trimEnd();
      return options.verbose ? [...parts, { heading: `${rule.name} (markdown)`, text: markdown }] : parts;
    });
});

function optionsOf(written: string): WhyArguments {
  const to = (['pass', 'fail', 'excepted', 'unproven', 'not-applicable'] as const).find((each) =>
    written.includes(`--to ${each}`),
  );
  return {
    ...{
      manifest: '',
      rule: '',
      document: undefined,
      language: undefined,
      spoken: 'en',
      project: noProject(''),
      settingsOf: () => ({ policies: [], asOf: 0, failOn: 'recommended' }),
      colour: false,
      destinations: [],
    },
    asOf: parseDate('2026-11-23'),
    subject: /--subject (\S+)/.exec(written)?.[1],
    to: to === undefined ? undefined : [to],
    verbose: written.includes('--verbose'),
  };
}
