import { join } from 'node:path';
import { folderWith, waarborg } from '../command-line/run-waarborg.ts';

/** Texts that would do harm in a page that took them as anything but text. */
export const hostileTexts = {
  script: "<script>document.title = 'taken'</script>",
  style: '</style><style>body { display: none }</style>',
  image: '<img src=x onerror="document.title = \'taken\'">',
  reordered: 'abc\u202Edef\u2066ghi',
};

const hostilePack = `pack test.hostile version 1.0.0
  title nl "${quoted(hostileTexts.script)}" en "${quoted(hostileTexts.style)}"
  use waarborg.analysis 1
  note owner "${quoted(hostileTexts.image)}"

source act "${quoted(hostileTexts.script)}" at "javascript:document.title='taken'" {
  "${quoted(hostileTexts.image)}" says nl "${quoted(hostileTexts.style)}"
}

purpose odd nl "${quoted(hostileTexts.script)}" en "${quoted(hostileTexts.reordered)}" same as <javascript:alert(1)> {
  purpose odder nl "${quoted(hostileTexts.style)}" en "${quoted(hostileTexts.image)}"
}

parameter few: text = "${quoted(hostileTexts.script)}" set by "${quoted(hostileTexts.image)}" because "${quoted(hostileTexts.style)}"

rule plain "${quoted(hostileTexts.image)}" {
  mandatory chosen by "${quoted(hostileTexts.script)}" because "${quoted(hostileTexts.reordered)}"
  cites act "${quoted(hostileTexts.image)}" quoting nl "${quoted(hostileTexts.script)}"
  require name is few
  next step "${quoted(hostileTexts.style)}"
}
`;

function quoted(text: string): string {
  return text.replaceAll('"', '\\"');
}

/** So many purposes as no pack has by hand: DPV has a hundred, some with several parents. */
function manyPurposes(): string {
  const lines = Array.from({ length: 220 }, (_, index) => {
    const parents =
      index === 0
        ? []
        : [...new Set([Math.floor((index - 1) / 5), ...(index % 9 === 8 ? [Math.floor(index / 7)] : [])])];
    const under = parents.length === 0 ? '' : ` under ${parents.map((each) => `aim-${each}`).join(', ')}`;
    return `purpose aim-${index}${under}\n  nl "Doel nummer ${index} van velen" en "Aim number ${index} of many"`;
  });
  return `pack test.many version 1.0.0
  use waarborg.analysis 1

source act "The act"
${lines.join('\n')}
cut aim-6 under aim-1 because "It never belonged there"
data collected for aim-7 may be used for aim-3 cites act "s. 1"

rule kept "Data are used for their purpose" {
  mandatory
  cites act "s. 2"
  for each dataset in datasets
  satisfied when purpose is compatible with dataset.collected_for
}
`;
}

/** A handbook that the real command line wrote. */
export interface WrittenHandbook {
  readonly name: string;
  readonly file: string;
}

/** The handbooks to look at: of the pack that ships in both languages, of one that means harm, and of one with many purposes. */
export function writeHandbooks(): readonly WrittenHandbook[] {
  const folder = folderWith({ 'hostile.waarborg': hostilePack, 'many.waarborg': manyPurposes() });
  const wanted = [
    ['the pack that ships, in Dutch', 'nl.rijk.big-data-veiligheid', 'nl', 'shipped-nl.html'],
    ['the pack that ships, in English', 'nl.rijk.big-data-veiligheid', 'en', 'shipped-en.html'],
    ['a pack that means harm', 'hostile.waarborg', 'en', 'hostile.html'],
    ['a pack with many purposes', 'many.waarborg', 'nl', 'many.html'],
  ] as const;
  return wanted.map(([name, pack, language, file]) => {
    const written = ['docs', pack, '-o', file, '--language', language, '--as-of', '2026-11-23'];
    const { exit, errors } = waarborg(written, { folder });
    if (exit !== 0) throw new Error(`no handbook of ${name}: ${errors}`);
    return { name, file: join(folder, file) };
  });
}
