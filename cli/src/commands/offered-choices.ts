import type { Option } from 'commander';

const choicesOfOptions = new WeakMap<Option, readonly string[]>();

/**
 * An option that offers some values, for completion. That a value is one of them is checked where arguments are read, with
 * an error of our own, and what else may stand beside them (`json=FILE`) is known there.
 */
export function offering(option: Option, choices: readonly string[]): Option {
  choicesOfOptions.set(option, choices);
  return option;
}

/** The values that an option offers; none where it takes a file, a date or anything else. */
export function choicesOf(option: Option): readonly string[] {
  return option.argChoices ?? choicesOfOptions.get(option) ?? [];
}
