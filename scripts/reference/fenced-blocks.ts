/** A block of code in a page. */
export interface FencedBlock {
  /** The language that the fence names: `waarborg`, `yaml`, `sh`. */
  readonly language: string;
  /** What follows the language, such as the name of a file; empty where nothing does. */
  readonly label: string;
  /** The lines between the fences, each with its line end. */
  readonly text: string;
  /** The heading that it stands under, without its signs; empty before the first. */
  readonly heading: string;
  /** The line of the opening fence, from 1. */
  readonly line: number;
}

const fence = /^(`{3,})([\w-]*) ?(.*)$/;

/** The blocks of code in a Markdown page, in order. A block that is left open ends with the page. */
export function fencedBlocks(page: string): readonly FencedBlock[] {
  const blocks: FencedBlock[] = [];
  const lines = page.split('\n');
  let heading = '';
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    heading = /^#+ (.*)$/.exec(line)?.[1] ?? heading;
    const [, ticks, language = '', label = ''] = fence.exec(line) ?? [];
    if (ticks === undefined) continue;
    const end = lines.indexOf(ticks, at + 1);
    const within = lines.slice(at + 1, end === -1 ? lines.length : end);
    blocks.push({ language, label, text: within.map((each) => `${each}\n`).join(''), heading, line: at + 1 });
    at += within.length + 1;
  }
  return blocks;
}

/** A page without its blocks of code: headings and prose, with an empty line for each line that was left out. */
export function withoutBlocks(page: string): string {
  const inBlock = new Set(
    fencedBlocks(page).flatMap(({ line, text }) => {
      const length = text.split('\n').length + 1;
      return Array.from({ length }, (_, index) => line + index);
    }),
  );
  return page
    .split('\n')
    .map((line, index) => (inBlock.has(index + 1) ? '' : line))
    .join('\n');
}
