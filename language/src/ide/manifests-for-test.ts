import { type MarkedWorkspace, markedWorkspace } from './marked-for-test.ts';

/** A vocabulary with all that Waarborg knows roles for, and a pack of rules that look at it. */
export const studyWords = `vocabulary test.study version 1.0.0
manifest study nl "Een onderzoek" en "A study" {
  id: text role id
  title: text nl "De titel." en "The title."
  purpose: purpose nl "Het doel." en "The purpose."
  colour: colour was tint nl "De kleur." en "The colour."
  secret: yes-no nl "Of het geheim is." en "Whether it is secret."
  started: date nl "De eerste dag." en "The first day."
  regions: list of colour nl "Waar." en "Where."
  method: method nl "De aanpak." en "The approach."
  sets: list of dataset keyed by name nl "Wat is gebruikt." en "What is used."
  claims: list of claim keyed by reference absent means none role claims
  explanations: list of explanation keyed by reference absent means none role explanations
}
record method { name: text nl "De naam." en "The name." checked: date nl "Getoetst op." en "Checked on." }
record dataset {
  name: text nl "De naam." en "The name."
  age: duration nl "Hoe oud." en "How old."
  colour: colour nl "De kleur." en "The colour."
}
choices colour nl "Kleuren" en "Colours" {
  red nl "Rood" en "Red"
  blue was azure nl "Blauw" en "Blue"
  light-green nl "Lichtgroen" en "Light green"
}
record claim {
  reference: text
  exception: text role claimed-exception
  subjects: list of text role covered-subjects
  ground: text role ground
  agreed_by: text role accountable
  begins: date role begins
  ends: date role ends
  reason: text role reason
}
record explanation {
  reference: text
  rule: text role explained-rule
  subjects: list of text role covered-subjects
  reason: text role reason
  accountable: text role accountable
  begins: date role begins
  ends: date role ends
}
`;

/** Rules of every level: about the whole, about each item, and with an exception that is claimed. */
export const studyPack = `pack test.rules version 1.0.0
  use test.study 1

open purpose research nl "Onderzoek" en "Research" {
  purpose safety nl "Veiligheid" en "Safety"
}

rule titled "It has a title" {
  mandatory chosen by "us" because "so"
  require given: title is recorded
}

rule bright "It is bright" {
  comply-or-explain chosen by "us" because "so"
  require right: colour is red
}

rule fresh "Its sets are fresh" {
  mandatory chosen by "us" because "so"
  for each dataset in sets if any
  require young: dataset.age is at most 3 months
  except slow "It cannot be had sooner" for young {
    approved by "chief"
    lasts at most 1 year
  }
}

rule open-purpose "It serves research" {
  recommended chosen by "us" because "so"
  require right: purpose falls under research
}
`;

/** A workspace with these rules; the marks are in the manifest, `m.analysis.yaml` or `.json`. */
export function studyWorkspace(manifest: string, name = 'm.analysis.yaml'): MarkedWorkspace {
  const marked = markedWorkspace({ [name]: manifest, 'words.waarborg': studyWords, 'pack.waarborg': studyPack });
  return { ...marked, path: name };
}
