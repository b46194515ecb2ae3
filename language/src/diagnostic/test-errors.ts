import type { DiagnosticKind } from './diagnostic.ts';

// What can be wrong with a test of rules. A test that came out otherwise than expected is no error but a failure.

/** The tests are about a pack that is not among the policies. */
export const unknownTestedPack: DiagnosticKind = {
  code: 'WB0601',
  severity: 'error',
  title: { en: 'A tested pack is not there', nl: 'Een getoetst pakket is er niet' },
  explanation:
    'A file of tests names the pack whose rules it tests. That pack is not among the policies, so none of the tests can be run. Give it with --policy, or put the tests in its folder.',
  wrong: 'tests nl.example.marigns',
  right: 'tests nl.example.margins',
};

/** An expectation about a rule that the policies do not have. */
export const unknownTestedRule: DiagnosticKind = {
  code: 'WB0602',
  severity: 'error',
  title: { en: 'A tested rule is not there', nl: 'Een getoetste regel is er niet' },
  explanation:
    'An expectation names a rule of the pack that the tests are about, or a rule of another pack as `pack/rule`. A test of a rule that is not there would never fail, so it is an error.',
  wrong: 'expect doelbindig passes',
  right: 'expect doelbinding passes',
};

/** `given NAME` where no manifest bears the name. */
export const unknownTestManifest: DiagnosticKind = {
  code: 'WB0603',
  severity: 'error',
  title: { en: 'A manifest of the tests is not there', nl: 'Een manifest van de toetsen is er niet' },
  explanation:
    'After `given` stands the name of a manifest that the same file declares with `manifest NAME is …`, a file, or the fields themselves. A manifest cannot be made from itself.',
  wrong: 'manifest model is file "model.yaml"\ntest "a" {\n  given modle\n  expect dpia passes\n}',
  right: 'manifest model is file "model.yaml"\ntest "a" {\n  given model\n  expect dpia passes\n}',
};

/** `file "…"` that cannot be used. */
export const unusableTestFile: DiagnosticKind = {
  code: 'WB0604',
  severity: 'error',
  title: { en: 'A file with a manifest cannot be used', nl: 'Een bestand met een manifest is niet bruikbaar' },
  explanation:
    'The path is read from the folder of the tests, and the file holds one manifest. It is not there, cannot be read, holds several documents, or has errors of its own.',
  wrong: 'given file "examples/modle.yaml"',
  right: 'given file "examples/model.yaml"',
};

/** A path of a test that the vocabulary does not know. */
export const unknownTestPath: DiagnosticKind = {
  code: 'WB0605',
  severity: 'error',
  title: { en: 'A path names no field', nl: 'Een pad noemt geen veld' },
  explanation:
    'A path goes from the manifest to a value: fields with dots between them, and items of a list by their key in brackets, as in `error_margins[fraud/rate].max`. The vocabulary knows which fields there are; a path that names another would change nothing, or look at nothing.',
  wrong: 'given model but method.profilling is no',
  right: 'given model but method.profiling is no',
};

/** A path of a test that leads nowhere in its manifest. */
export const nothingAtTestPath: DiagnosticKind = {
  code: 'WB0606',
  severity: 'error',
  title: { en: 'A path leads to nothing', nl: 'Een pad leidt nergens heen' },
  explanation:
    'The path is one that the vocabulary knows, but in this manifest there is no such item, nothing to take away, or nothing that the rule judges.',
  wrong: 'given model but without datasets[incidnets]',
  right: 'given model but without datasets[incidents]',
};

/** `because of NAME` where the rule has no such duty. */
export const unknownDuty: DiagnosticKind = {
  code: 'WB0607',
  severity: 'error',
  title: { en: 'A duty is not one of the rule', nl: 'Een plicht hoort niet bij de regel' },
  explanation:
    'After `because of` stand the names of duties of the rule, or of what an exception leaves owed as `exception/duty`. A rule that does not apply does so because of `scope`, `condition`, `no-item` or `not-in-force`; one for which that is unknown is unproven because of `scope`, `applies`, `selection` or `for-each`.',
  wrong: 'expect profiling-margins fails because of heeld',
  right: 'expect profiling-margins fails because of held',
};

/** `is excepted by NAME` where the rule has no such exception. */
export const unknownTestedException: DiagnosticKind = {
  code: 'WB0608',
  severity: 'error',
  title: { en: 'An exception is not one of the rule', nl: 'Een uitzondering hoort niet bij de regel' },
  explanation: 'After `by` stand the names of exceptions of the rule. A rule without exceptions is never excepted.',
  wrong: 'expect openness is excepted by efectiveness',
  right: 'expect openness is excepted by effectiveness',
};

/** As many outcomes as there are values, or one for all. */
export const unevenTable: DiagnosticKind = {
  code: 'WB0609',
  severity: 'error',
  title: { en: 'A table has more values than outcomes', nl: 'Een tabel heeft niet evenveel waarden als uitkomsten' },
  explanation:
    'Each value of `for … in …` has its own outcome, in the same order; a single outcome is that of all. Without `for` there is one.',
  wrong: 'for error_margins[a].max in 9.9%, 10%, 10.1%\nexpect margin-ceiling-kept passes, fails',
  right: 'for error_margins[a].max in 9.9%, 10%, 10.1%\nexpect margin-ceiling-kept passes, passes, fails',
};

/** Two tests or manifests of one file with one name. */
export const testedTwice: DiagnosticKind = {
  code: 'WB0610',
  severity: 'error',
  title: { en: 'Two tests have one name', nl: 'Twee toetsen hebben dezelfde naam' },
  explanation:
    'The name of a test says which of all tests failed, and the name of a manifest which one is meant; both are unique in their file.',
  wrong: 'test "a margin" { … }\ntest "a margin" { … }',
  right: 'test "a margin that is held" { … }\ntest "a margin that is not held" { … }',
};
