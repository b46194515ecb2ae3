// One column, one UTF-16 unit and one grapheme each: Latin letters, the usual punctuation, signs of money, arrows, signs of
// arithmetic, lines of a frame, ticks and crosses.
const plain =
  /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2190-\u22ff\u2500-\u257f\u2713-\u2718]*$/;
const emojiStyle = /\ufe0f/;

/** The graphemes of a text: what a reader takes for one character. */
export function graphemesOf(text: string): readonly string[] {
  return plain.test(text) ? [...text] : Array.from(scripts().graphemes.segment(text), (part) => part.segment);
}

/** How many columns of a terminal a text takes: two for wide characters and emoji, none for combining ones. */
export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const grapheme of graphemesOf(text)) width += graphemeWidth(grapheme);
  return width;
}

/** The columns of one grapheme. */
export function graphemeWidth(grapheme: string): number {
  if (plain.test(grapheme)) return grapheme.length;
  const { invisible, wide } = scripts();
  if (invisible.test(grapheme)) return 0;
  return wide.test(grapheme) || emojiStyle.test(grapheme) ? 2 : 1;
}

/** What tells the characters of all the world apart. */
interface Scripts {
  readonly graphemes: Intl.Segmenter;
  readonly wide: RegExp;
  readonly invisible: RegExp;
}

let known: Scripts | undefined;

/** Made when a text asks for it: that takes longer than to judge a manifest. */
function scripts(): Scripts {
  known ??= {
    graphemes: new Intl.Segmenter('en', { granularity: 'grapheme' }),
    wide: /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{1fa70}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation})/u,
    invisible: /^[\p{Mark}\p{Default_Ignorable_Code_Point}]+$/u,
  };
  return known;
}
