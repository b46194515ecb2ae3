import type { Case } from './generate.ts';

/**
 * Takes away from a case whatever can go while it still shows what is wrong: lines of its texts, then parts of its
 * conditions. `shows` says whether a case does; for a case with errors in its policies it has to say no.
 */
export function shrink(start: Case, shows: (each: Case) => boolean): Case {
  let least = start;
  for (let before: Case | undefined; before !== least; ) {
    before = least;
    least = withFewerLines(least, shows);
    least = withShorterLines(least, shows);
  }
  return least;
}

/** The texts of a case, as one list: its policies, and last its manifest. */
function textsOf({ policies, manifest }: Case): readonly string[] {
  return [...policies, manifest];
}

function withText(each: Case, index: number, text: string): Case {
  const texts = textsOf(each).map((known, position) => (position === index ? text : known));
  return { ...each, policies: texts.slice(0, -1), manifest: texts.at(-1) ?? '' };
}

function withFewerLines(start: Case, shows: (each: Case) => boolean): Case {
  let least = start;
  for (const index of textsOf(start).keys()) {
    let size = textsOf(least)[index]?.split('\n').length ?? 0;
    for (; size >= 1; size = Math.floor(size / 2)) {
      for (let at = 0; at < (textsOf(least)[index]?.split('\n').length ?? 0); ) {
        const lines = (textsOf(least)[index] ?? '').split('\n');
        const fewer = [...lines.slice(0, at), ...lines.slice(at + size)].join('\n');
        const candidate = withText(least, index, fewer);
        if (fewer.length < lines.join('\n').length && isShown(candidate, shows)) least = candidate;
        else at += size;
      }
    }
  }
  return least;
}

/** Puts the inside of a pair of parentheses in the place of the condition around it. */
function withShorterLines(start: Case, shows: (each: Case) => boolean): Case {
  let least = start;
  for (const index of textsOf(start).keys()) {
    for (let at = 0; at < (textsOf(least)[index] ?? '').split('\n').length; at += 1) {
      const lines = (textsOf(least)[index] ?? '').split('\n');
      const line = lines[at] ?? '';
      const shorter = shorterLines(line)
        .map((each) => withText(least, index, lines.with(at, each).join('\n')))
        .find((candidate) => isShown(candidate, shows));
      if (shorter === undefined) continue;
      least = shorter;
      at -= 1;
    }
  }
  return least;
}

const conditionStarts = /\b(?:when|require|otherwise|where|scope when|at most|at least)\s|:\s|\(/g;

function shorterLines(line: string): readonly string[] {
  const starts = [...line.matchAll(conditionStarts)].map((match) => match.index + match[0].length);
  const groups = [...line.matchAll(/\(/g)].map(({ index }) => inside(line, index));
  const endings = [...line.matchAll(/ (?:when|otherwise|where|if any|and|or) ?/g)].map(({ index }) =>
    line.slice(0, index),
  );
  const replaced = starts.flatMap((start) => groups.map((group) => `${line.slice(0, start)}${group}`));
  const unwrapped = starts.flatMap((start) => groups.map((group) => `${line.slice(0, start)}${group})`));
  return [...endings, ...replaced, ...unwrapped]
    .filter((each) => each.length < line.length)
    .sort((a, b) => a.length - b.length);
}

/** What stands between the parenthesis at an index and its counterpart. */
function inside(line: string, open: number): string {
  let depth = 0;
  for (let at = open; at < line.length; at += 1) {
    if (line[at] === '(') depth += 1;
    if (line[at] === ')') depth -= 1;
    if (depth === 0) return line.slice(open + 1, at);
  }
  return line.slice(open + 1);
}

/** A case that cannot be judged at all shows nothing. */
function isShown(candidate: Case, shows: (each: Case) => boolean): boolean {
  try {
    return shows(candidate);
  } catch {
    return false;
  }
}
