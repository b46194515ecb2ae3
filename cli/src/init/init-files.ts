import { addDuration, convertSource, type Day, formatDate, type Language, sourceText } from '@waarborg/language';
import { projectFileName } from '../project/find-project.ts';
import { initTexts } from './init-texts.ts';

/** The build servers for which there is a file to begin with. */
export type BuildServer = 'github' | 'gitlab';

/** What a new project is to have. */
export interface InitAnswers {
  readonly language: Language;
  /** Undefined for a small pack of its own. */
  readonly pack: { readonly name: string; readonly exampleManifest: string; readonly writtenFor: string } | undefined;
  readonly builds: readonly BuildServer[];
  readonly editor: boolean;
  /** The day on which it begins: the example manifest is up to date then. */
  readonly today: Day;
  readonly version: string;
  /** Where an editor finds the schema of project files; undefined where Waarborg is not installed in the folder. */
  readonly schema: string | undefined;
}

/** A file of a new project, with its path from the folder. */
export interface InitFile {
  readonly path: string;
  readonly text: string;
}

/** The files of a new project, in the order in which people want to see them. */
export function initFiles(answers: InitAnswers): readonly InitFile[] {
  const { builds, editor, pack } = answers;
  return [
    { path: projectFileName, text: projectText(answers) },
    ...(pack === undefined
      ? ownFiles(answers)
      : [{ path: `${example}/model.analysis.yaml`, text: pack.exampleManifest }]),
    ...(builds.includes('github') ? [{ path: '.github/workflows/waarborg.yml', text: githubText(answers) }] : []),
    ...(builds.includes('gitlab') ? [{ path: '.gitlab-ci.yml', text: gitlabText(answers) }] : []),
    ...(editor ? editorFiles : []),
  ];
}

const manifests = 'analyses';
const example = `${manifests}/example`;
const rules = 'rules';

function projectText({ language, pack, schema }: InitAnswers): string {
  const say = (text: keyof typeof initTexts): string => initTexts[text][language];
  const override =
    pack === undefined
      ? ''
      : `
# ${say('exampleDate')}
overrides:
  - folder: ${example}
    as-of: ${pack.writtenFor}
`;
  return `${schema === undefined ? '' : `# yaml-language-server: $schema=${schema}\n`}# ${say('projectHead')}

# ${say('packs')}
packs:
  - ${pack?.name ?? rules}

# ${say('manifests')}
manifests:
  - ${manifests}

# ${say('speaks')}
language: ${language}

# ${say('bar')}
fail-on: comply-or-explain
${override}`;
}

/** A pack with its tests, and a manifest that meets its rules. */
function ownFiles({ language, today }: InitAnswers): readonly InitFile[] {
  const say = (text: keyof typeof initTexts): string => initTexts[text][language];
  const inYears = formatDate(addDuration(today, { months: 12, days: 0 }));
  const pack = `// ${say('packHead')}
pack example.own version 0.1.0
  title "${say('packTitle')}"
${language === 'nl' ? '  language nl\n' : ''}  use waarborg.analysis 1
  scope "${say('scope')}" when not regime contains wiv

source decision "${say('source')}"

parameter longest-without-update: duration = 1 year
  set by "${say('owner')}"
  because "${say('termReason')}"
  reconsider by ${inYears}

rule fresh-data "${say('freshData')}" {
  mandatory
  cites decision "${say('first')}"
  for each dataset in datasets
  require up-to-date: dataset.updated_on is within longest-without-update
  next step "${say('freshStep')}"
}

rule person-decides "${say('personDecides')}" {
  mandatory
  cites decision "${say('second')}"
  when decision.effect is one of [significant, legal-effect]
  require not-full: decision.automation is not full
  next step "${say('personStep')}"
}
`;
  const tests = `// ${say('testsHead')}
tests example.own as of 2026-11-23

manifest usual is {
  regime: [avg],
  datasets: [{ name: ${say('fines')}, updated_on: 2026-11-01 }],
  decision: { automation: partial, effect: significant }
}

test "${say('freshTest')}" {
  given usual
  for datasets[${say('fines')}].updated_on in 2025-11-23, 2025-11-22, nothing
  expect fresh-data passes, fails because of up-to-date, is unproven
}

test "${say('scopeTest')}" {
  given usual
  for regime in [avg], [wiv], nothing
  expect fresh-data passes, does not apply, is unproven
}

test "${say('personTest')}" {
  given usual
  for decision.automation in partial, full, nothing
  expect person-decides passes, fails because of not-full, is unproven
}

test "${say('effectTest')}" {
  given usual
  for decision.effect in legal-effect, minor, nothing
  expect person-decides passes, does not apply, is unproven
}
`;
  const manifest = `# ${say('manifestHead')}
id: example-parking-fines
name: ${say('manifestName')}
goal: ${say('manifestGoal')}
# ${say('regime')}
regime: [avg]
datasets:
  - name: ${say('fines')}
    # ${say('updatedOn')}
    updated_on: ${formatDate(today)}
decision:
  # ${say('automation')}
  automation: partial
  # ${say('effect')}
  effect: significant
`;
  return [
    { path: `${rules}/own.waarborg`, text: spelled(pack, language) },
    { path: `${rules}/own.test.waarborg`, text: spelled(tests, language) },
    { path: `${manifests}/example.analysis.yaml`, text: manifest },
  ];
}

/** The same with the words of the language. */
function spelled(text: string, language: Language): string {
  return convertSource(sourceText('', text), language).text;
}

function githubText({ language, version }: InitAnswers): string {
  return `# ${initTexts.buildHead[language]}
name: Waarborg
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - run: npx --yes waarborg@${version} check --format github
`;
}

function gitlabText({ language, version }: InitAnswers): string {
  return `# ${initTexts.buildHead[language]}
waarborg:
  image: node:24
  script:
    - npx --yes waarborg@${version} check --format text --format gitlab=gl-code-quality-report.json --format junit=waarborg.junit.xml
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: waarborg.junit.xml
`;
}

const editorFiles: readonly InitFile[] = [
  { path: '.vscode/extensions.json', text: '{\n  "recommendations": ["waarborg.waarborg"]\n}\n' },
  { path: '.vscode/settings.json', text: '{\n  "[waarborg]": {\n    "editor.formatOnSave": true\n  }\n}\n' },
];
