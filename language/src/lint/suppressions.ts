import type { Diagnostic, Localized } from '../diagnostic/diagnostic.ts';
import { didYouMean, nearestNames } from '../diagnostic/nearest.ts';
import type { Span } from '../source/source.ts';
import type { SyntaxFile } from '../syntax/ast.ts';
import { warning } from './support/lint-rule.ts';
import { type Suppression, suppressionsOf } from './support/read-suppressions.ts';

/** What is said of suppressions themselves; none of it can be suppressed. Each has a page as the rules have. */
export const suppressionRules = {
  reason: {
    name: 'suppression-without-reason',
    title: { en: 'A suppression gives no reason', nl: 'Een onderdrukking geeft geen reden' },
  },
  unknown: {
    name: 'suppression-unknown',
    title: { en: 'A suppression names no rule of lint', nl: 'Een onderdrukking noemt geen lintregel' },
  },
  unused: {
    name: 'suppression-unused',
    title: { en: 'A suppression suppresses nothing', nl: 'Een onderdrukking onderdrukt niets' },
  },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly title: Localized }>>;

/**
 * The findings that no comment suppresses, and what is wrong with the comments themselves. A comment without a reason
 * suppresses nothing.
 */
export function applySuppressions(
  found: readonly Diagnostic[],
  files: readonly SyntaxFile[],
  names: readonly string[],
): readonly Diagnostic[] {
  const suppressions = files.flatMap(({ span, spelling }) => suppressionsOf(span.source, spelling));
  const used = new Set<Suppression>();
  const left = found.filter((finding) => {
    const mine = suppressions.filter((each) => each.reason !== '' && covers(each, finding));
    for (const each of mine) used.add(each);
    return mine.length === 0;
  });
  const own = suppressions.flatMap((each) => aboutSuppression(each, used.has(each), left, names) ?? []);
  return [...left, ...own];
}

function covers({ name, covers: line }: Suppression, { code, span }: Diagnostic): boolean {
  return code === name && span.source === line.source && line.start <= span.start && span.start < line.end;
}

function aboutSuppression(
  suppression: Suppression,
  used: boolean,
  left: readonly Diagnostic[],
  names: readonly string[],
): Diagnostic | undefined {
  if (!names.includes(suppression.name)) return unknown(suppression, names);
  if (used) return undefined;
  const wouldDo = left.some((finding) => covers(suppression, finding));
  return suppression.reason === '' && wouldDo ? withoutReason(suppression) : unused(suppression);
}

function unknown({ name, nameSpan, span }: Suppression, names: readonly string[]): Diagnostic {
  const near = nearestNames(name, names);
  return warning(suppressionRules.unknown.name, {
    span: name === '' ? span : nameSpan,
    message: { en: `There is no rule of lint \`${name}\``, nl: `Er is geen lintregel \`${name}\`` },
    help: didYouMean(near) ?? form,
  });
}

const form: Localized = {
  en: 'Write `// lint: allow NAME because …` on the line before the finding.',
  nl: 'Schrijf `// lint: duld NAAM omdat …` op de regel vóór de bevinding.',
};

function withoutReason({ name, span }: Suppression): Diagnostic {
  return warning(suppressionRules.reason.name, {
    span,
    message: {
      en: `This does not say why \`${name}\` is allowed, so it suppresses nothing`,
      nl: `Hier staat niet waarom \`${name}\` wordt geduld, en dus onderdrukt dit niets`,
    },
    help: form,
  });
}

function unused({ name, span }: Suppression): Diagnostic {
  const title = { en: 'Remove the comment', nl: 'Verwijder de opmerking' };
  return warning(suppressionRules.unused.name, {
    span,
    message: {
      en: `Nothing on the next line is found by \`${name}\``,
      nl: `Op de volgende regel vindt \`${name}\` niets`,
    },
    help: { en: 'Remove the comment.', nl: 'Verwijder de opmerking.' },
    fixes: [{ title, edits: [{ span: wholeLine(span), text: '' }] }],
  });
}

/** The comment with its line where it stands alone on one, else with the blanks before it. */
function wholeLine(span: Span): Span {
  const { text } = span.source;
  let start = span.start;
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start -= 1;
  const alone = start === 0 || /[\r\n]/.test(text.charAt(start - 1));
  const lineEnd = /^[^\S\r\n]*(?:\r\n|\n|\r)?/.exec(text.slice(span.end))?.[0].length ?? 0;
  return alone ? { ...span, start, end: span.end + lineEnd } : { ...span, start };
}
