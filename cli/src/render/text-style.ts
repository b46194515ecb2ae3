import type { Language, SourceText } from '@waarborg/language';
import { heads } from '../messages.ts';
import { displayWidth } from './display-width.ts';
import { type Line, type Piece, padEnd, paragraph, piece, type Tone } from './lines.ts';

/** How a text report is to look. */
export interface TextStyle {
  readonly language: Language;
  /** Columns of the terminal. */
  readonly width: number;
  /** Everything, where the report otherwise counts or shortens. */
  readonly verbose: boolean;
  /** True where no pack but one is judged, so that its name before each rule says nothing. */
  readonly onePack: boolean;
  /** The text of a manifest's file, for its lines. */
  readonly sourceOf: (file: string) => SourceText | undefined;
}

/** The margin of what stands below a rule. */
export const margin = '    ';

const headWidths = new Map<Language, number>();

function headWidth(language: Language): number {
  const known = headWidths.get(language);
  if (known !== undefined) return known;
  const width = Math.max(...Object.values(heads).map((head) => displayWidth(head[language]))) + 2;
  headWidths.set(language, width);
  return width;
}

/** A line `Found     6.1%`, with its text broken below itself. */
export function headed(
  head: keyof typeof heads,
  text: string,
  style: TextStyle,
  tone: Tone = 'plain',
): readonly Line[] {
  const pieces: readonly Piece[] = [
    piece(margin),
    piece(padEnd(heads[head][style.language], headWidth(style.language)), 'quiet'),
  ];
  return paragraph(pieces, text, style.width, tone);
}

/** A rule's name as it is shown: without its pack where there is only one. */
export function ruleName(rule: string, style: TextStyle): string {
  return style.onePack ? rule.slice(rule.indexOf('/') + 1) : rule;
}
