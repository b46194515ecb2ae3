import type { SourceText } from '../source/source.ts';
import type { RawFile } from './document.ts';
import { readJson } from './read-json.ts';
import { readYaml } from './read-yaml.ts';

/** How a manifest is written; `detect` looks at the text, for standard input. */
export type DocumentSyntax = 'yaml' | 'json' | 'detect';

/** Reads the documents of a text. Never throws: what is wrong is a problem of a document. */
export function readDocuments(source: SourceText, syntax: DocumentSyntax): RawFile {
  switch (syntax) {
    case 'yaml':
      return readYaml(source);
    case 'json':
      return readJson(source);
    case 'detect':
      return detect(source);
  }
}

/** YAML may start with a brace too: what is not JSON after all is read as YAML, unless it is not that either. */
function detect(source: SourceText): RawFile {
  if (!/^\s*[{[]/.test(source.text)) return readYaml(source);
  const json = readJson(source);
  if (!isMalformed(json)) return json;
  const yaml = readYaml(source);
  return isMalformed(yaml) ? json : yaml;
}

/** True where a document is not of the syntax that it was read as; other mistakes do not make it another syntax. */
function isMalformed(file: RawFile): boolean {
  return file.documents.some(({ problems }) =>
    problems.some(({ kind }) => kind === 'syntax' || kind === 'tab-indentation'),
  );
}
