import { type CoreProgram, type CoreRule, findRule } from '@waarborg/language';
import { noSuchRule, type Problem, problem } from '../command-errors.ts';

/** A rule that was asked for, and the name it was asked by. */
export interface AskedRule {
  readonly rule: CoreRule;
  /** The written name, where it is one that the rule had before. */
  readonly askedAs: string | undefined;
}

/** Finds the rules that are asked for; a name that is none, or that several packs have, is a problem. */
export function findAskedRules(
  written: readonly string[],
  program: CoreProgram,
): { readonly rules: readonly AskedRule[]; readonly problems: readonly Problem[] } {
  const rules: AskedRule[] = [];
  const problems: Problem[] = [];
  for (const name of written) {
    const found = findRule(program, name);
    if (found.kind === 'found') rules.push({ rule: found.rule, askedAs: found.isFormer ? name : undefined });
    else if (found.kind === 'several') problems.push(severalRules(name, found.rules));
    else problems.push(noRule(name, found.near, program));
  }
  return { rules, problems };
}

function severalRules(name: string, rules: readonly CoreRule[]): Problem {
  const ids = rules.map(({ id }) => id);
  const message = {
    en: `More than one rule is called \`${name}\``,
    nl: `Meer dan één regel heet \`${name}\``,
  };
  const help = {
    en: `Write it with its pack: ${ids.join(' or ')}.`,
    nl: `Schrijf de naam met het pakket: ${ids.join(' of ')}.`,
  };
  return problem(noSuchRule, message, undefined, help);
}

/** So many names are listed where none is near; a pack may have hundreds. */
const mostListed = 12;

function noRule(name: string, near: readonly string[], { packs }: CoreProgram): Problem {
  const message = { en: `There is no rule \`${name}\``, nl: `Er is geen regel \`${name}\`` };
  if (near.length > 0) {
    const listed = near.map((each) => `\`${each}\``);
    return problem(noSuchRule, message, undefined, {
      en: `Did you mean ${listed.join(' or ')}?`,
      nl: `Bedoelde u ${listed.join(' of ')}?`,
    });
  }
  const names = packs.flatMap((pack) => pack.rules.map((rule) => rule.name));
  if (names.length === 0) {
    return problem(noSuchRule, message, undefined, {
      en: 'The policies hold no rules at all: name a pack with --policy.',
      nl: 'Het beleid bevat geen enkele regel: noem een pakket met --policy.',
    });
  }
  const some = names.length > mostListed ? [...names.slice(0, mostListed), '…'] : names;
  return problem(noSuchRule, message, undefined, {
    en: `The rules are: ${some.join(', ')}.`,
    nl: `De regels zijn: ${some.join(', ')}.`,
  });
}
