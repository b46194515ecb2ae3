import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes the licences of the packages that a bundle holds, as their terms ask of whoever passes copies on.
 * @param {string} root the folder that the inputs are relative to
 * @param {readonly string[]} inputs the files that went into the bundle
 * @param {string} output the file to write
 */
export function writeNotices(root, inputs, output) {
  const folders = new Set(
    inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0] ?? []),
  );
  const notices = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const texts = readdirSync(join(root, folder))
      .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
      .sort()
      .map((file) => readFileSync(join(root, folder, file), 'utf8').trim());
    if (texts.length === 0 && license === undefined) throw new Error(`${name} states no licence`);
    return [`${name} ${version} (${license})`, ...texts].join('\n\n');
  });
  writeFileSync(output, `${notices.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
}
