import { isBuiltin } from 'node:module';
import type { Import } from './imports.ts';
import { isTest, workspaces } from './source-files.ts';

/** The rooms of `language/src`, each with the rooms that it may import from besides itself. */
const rooms: ReadonlyMap<string, readonly string[]> = new Map([
  ['source', []],
  ['values', ['source']],
  ['diagnostic', ['source', 'values']],
  ['syntax', ['source', 'values', 'diagnostic']],
  ['format', ['source', 'diagnostic', 'syntax']],
  ['model', ['source', 'values', 'diagnostic', 'syntax']],
  ['manifest', ['source', 'values', 'diagnostic', 'model', 'core']],
  ['core', ['source', 'values', 'diagnostic', 'syntax', 'model']],
  ['check', ['source', 'values', 'diagnostic', 'syntax', 'model', 'core']],
  ['lint', ['source', 'values', 'diagnostic', 'syntax', 'model', 'core', 'check']],
  ['wording', ['diagnostic', 'core']],
  ['evaluate', ['source', 'values', 'diagnostic', 'model', 'core', 'manifest', 'wording']],
  ['describe', ['source', 'values', 'diagnostic', 'syntax', 'model', 'manifest', 'core', 'wording', 'evaluate']],
  [
    'compare',
    ['source', 'values', 'diagnostic', 'syntax', 'model', 'manifest', 'core', 'check', 'lint', 'evaluate', 'describe'],
  ],
  ['turn', ['source', 'values', 'diagnostic', 'model', 'manifest', 'core', 'evaluate']],
  ['tests', ['source', 'values', 'diagnostic', 'syntax', 'model', 'manifest', 'core', 'check', 'lint', 'evaluate']],
  [
    'ide',
    [
      'source',
      'values',
      'diagnostic',
      'syntax',
      'format',
      'model',
      'manifest',
      'core',
      'check',
      'lint',
      'wording',
      'evaluate',
      'describe',
      'turn',
      'tests',
    ],
  ],
]);

/** The files that bring the siblings of a room together, and so may import them all. */
const gatherers: ReadonlySet<string> = new Set([
  'check/check.ts',
  'check/build-program.ts',
  'lint/lint.ts',
  'lint/lint-rules.ts',
]);

/** The rooms whose files stand side by side: each can be read, tested and removed without the others. */
const roomsOfSiblings: ReadonlySet<string> = new Set(['check', 'lint', 'ide']);

/** A rule of the house: the sentence that a broken one is reported with, and what breaks it. */
interface Door {
  readonly sentence: (edge: Import) => string;
  readonly breaks: (edge: Import) => boolean;
}

const doors: readonly Door[] = [
  {
    sentence: () => 'The language runs in a browser: it imports nothing of Node.js and nothing of an editor.',
    breaks: ({ from, written }) => isLanguage(from) && !isTest(from) && (isBuiltin(written) || /^vscode/.test(written)),
  },
  {
    sentence: () => 'The language knows none of the programs that use it.',
    breaks: ({ from, written, to }) =>
      isLanguage(from) && (written === 'waarborg' || ['cli', 'server', 'client'].includes(workspaceOf(to) ?? '')),
  },
  {
    sentence: () => 'A program imports the language only as @waarborg/language.',
    breaks: ({ from, written, to }) =>
      !isLanguage(from) &&
      ((isLanguage(to) && written !== '@waarborg/language') || written.startsWith('@waarborg/language/')),
  },
  {
    sentence: () => 'The command line, the server and the client never import one another: a client starts the server.',
    breaks: ({ from, to }) =>
      !isLanguage(from) && !isLanguage(to) && workspaceOf(to) !== undefined && workspaceOf(to) !== workspaceOf(from),
  },
  {
    sentence: () => 'The server runs in a worker too: only what stands in its node/ imports anything of Node.js.',
    breaks: ({ from, written }) =>
      from.startsWith('server/src/') &&
      !from.startsWith('server/src/node/') &&
      !isTest(from) &&
      (isBuiltin(written) || written.endsWith('/node')),
  },
  {
    sentence: () => 'What ships imports no test and nothing outside the workspaces.',
    breaks: ({ from, to }) => !isTest(from) && to !== undefined && (isTest(to) || !isBundled(to)),
  },
  {
    sentence: () => 'Only what stands outside the language imports its index.ts.',
    breaks: ({ from, to }) => isLanguage(from) && !isTest(from) && to === 'language/src/index.ts',
  },
  {
    sentence: ({ from }) => `${roomOf(from)} is no room of the language; a new one is argued in docs/decisions/.`,
    breaks: ({ from }) => inRoom(from) && !rooms.has(roomOf(from) ?? ''),
  },
  {
    sentence: ({ from }) => {
      const allowed = rooms.get(roomOf(from) ?? '') ?? [];
      const named = allowed.length === 0 ? 'from nowhere else' : `only from ${allowed.join(', ')}`;
      return `Within the language, ${roomOf(from)} imports ${named}${allowed.length === 0 ? '' : ' and itself'}.`;
    },
    breaks: ({ from, to }) => {
      const allowed = inRoom(from) ? rooms.get(roomOf(from) ?? '') : undefined;
      const room = roomOf(to);
      return allowed !== undefined && room !== undefined && room !== roomOf(from) && !allowed.includes(room);
    },
  },
  {
    sentence: ({ from }) =>
      `Siblings in ${roomOf(from)}/ never import one another; what they share is in its support/.`,
    breaks: ({ from, to }) => {
      const room = roomOf(from);
      if (!inRoom(from) || room === undefined || !roomsOfSiblings.has(room) || roomOf(to) !== room) return false;
      return !gatherers.has(from.slice('language/src/'.length)) && !to?.startsWith(`language/src/${room}/support/`);
    },
  },
];

/** What breaks a rule of the house, one line for each import and rule: the file, what it imports, and the rule. */
export function brokenDoors(imports: readonly Import[]): readonly string[] {
  return imports.flatMap((edge) =>
    doors
      .filter((door) => door.breaks(edge))
      .map((door) => `${edge.from} imports ${edge.written}: ${door.sentence(edge)}`),
  );
}

function workspaceOf(path: string | undefined): string | undefined {
  return workspaces.find((workspace) => path?.startsWith(`${workspace}/`));
}

function isLanguage(path: string | undefined): boolean {
  return workspaceOf(path) === 'language';
}

/** The command line's launcher imports what the build makes, and the extension the texts that the editor reads too. */
function isBundled(path: string): boolean {
  if (/^client\/(?:l10n|snippets)\/[^/]+\.json$/.test(path)) return true;
  return /^[a-z]+\/(?:src|dist)\//.test(path) && workspaceOf(path) !== undefined;
}

function roomOf(path: string | undefined): string | undefined {
  return /^language\/src\/([^/]+)\//.exec(path ?? '')?.[1];
}

/** Whether the rules between rooms hold for a file: tests go in and out of every room. */
function inRoom(path: string): boolean {
  return roomOf(path) !== undefined && !isTest(path);
}
