import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { withPureValues } from '../../scripts/with-pure-values.mjs';

async function bundled(contents: string): Promise<string> {
  const { outputFiles } = await build({ stdin: { contents }, bundle: true, format: 'esm', write: false });
  return outputFiles[0]?.text ?? '';
}

const module = `
var unused = make({ deep: [2] }), used = make("a"), empty;
function make(text) { return [text, ...text]; }
export { used };
`;

test('values that nothing uses are left out of a bundle, and the others stay what they are', async () => {
  expect(await bundled(module)).toContain('unused');
  const lean = await bundled(withPureValues(module));
  expect(lean).not.toContain('unused');
  const { used }: { readonly used: unknown } = await import(`data:text/javascript,${encodeURIComponent(lean)}`);
  expect(used).toEqual(['a', 'a']);
});

test('the schemas of js-yaml are such values', () => {
  const root = join(import.meta.dirname, '../..');
  const yaml = readFileSync(join(root, 'node_modules/js-yaml/dist/js-yaml.mjs'), 'utf8');
  expect(yaml).toContain('var YAML11_SCHEMA = new Schema(');
  expect(withPureValues(yaml)).toContain('var YAML11_SCHEMA = /* @__PURE__ */ (() => (new Schema(');
});
