import { buildProgram, compileProgram, parsePolicy, sourceText } from '@waarborg/language';

/** A vocabulary with one field of each kind that hostile values are tried on. */
export const smallVocabulary = `vocabulary test.words version 1.0.0
manifest thing {
  id: text role id
  goal: text
  n: number
  k: count
  s: share
  day: date
  term: duration
  purpose: purpose
  flag: yes-no
  colour: colour
  items: list of item keyed by name
  exceptions: list of claimed keyed by reference absent means none role claims
  explanations: list of explained keyed by reference absent means none role explanations
}
record item { name: text  value: share  tags: list of text  on: date }
record claimed {
  reference: text  exception: text role claimed-exception  items: list of text role covered-items
  subjects: list of text role covered-subjects  ground: text role ground  by: text role accountable
  begins: date role begins  ends: date role ends  reason: text role reason
}
record explained {
  reference: text  rule: text role explained-rule  subjects: list of text role covered-subjects
  reason: text role reason  by: text role accountable  begins: date role begins  ends: date role ends
}
choices colour { red green }
`;

/** Rules that go through a list in both ways, one of which can be excepted and explained. */
const smallRules = `pack test.rules version 1.0.0
  use test.words 1
purpose safety
rule each "Each" { comply-or-explain chosen by "a test"
  for each item in items if any
  require low: item.value is at most 5%
  except waived for low { ground g "A ground" }
}
rule all "All" { mandatory chosen by "a test"
  require low: every item in items if any: item.value is at most 5%
}
rule numbers "Numbers" { recommended chosen by "a test"
  when n is recorded
  limit most: n to at most 9007199254740993
}
`;

const built = buildProgram(
  [sourceText('words.waarborg', smallVocabulary), sourceText('rules.waarborg', smallRules)].map(parsePolicy),
);
if (built.diagnostics.length > 0) throw new Error(built.diagnostics.map(({ message }) => message.en).join('\n'));

/** The small rules, ready to judge. */
export const small = { program: built.program, compiled: compileProgram(built.program) };

/** The beginning of a manifest for them. */
export const smallHead = 'vocabulary: test.words 1\nid: t\n';
