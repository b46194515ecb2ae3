let graphemes: Intl.Segmenter | undefined;
// One column and one UTF-16 unit each: Latin letters, the usual quotes and dashes, lines of a frame.
const plain = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2500-\u257f]*$/;
const wide =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{1fa70}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation})/u;
const invisible = /^[\p{Mark}\p{Default_Ignorable_Code_Point}]+$/u;
const emojiStyle = /\ufe0f/;

/** The graphemes of a text: what a reader takes for one character. */
export function graphemesOf(text: string): readonly string[] {
  if (plain.test(text)) return [...text];
  // Made when it is first needed: it takes longer than judging a manifest.
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(graphemes.segment(text), (part) => part.segment);
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
  if (invisible.test(grapheme)) return 0;
  return wide.test(grapheme) || emojiStyle.test(grapheme) ? 2 : 1;
}
