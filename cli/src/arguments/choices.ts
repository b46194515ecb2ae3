/** The languages that people can be spoken to in. */
export const languages = ['en', 'nl'] as const;

/** The levels of rules that `--fail-on` can name, the heaviest first. */
export const levels = ['mandatory', 'comply-or-explain', 'recommended'] as const;

/** The formats in which `check` writes its report, the usual one first. */
export const checkFormats = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'html'] as const;

/** The formats of `explain`, `diff` and `why`, the usual one first. */
export const proseFormats = ['text', 'markdown', 'json'] as const;

/** The formats of `exceptions`, the usual one first. */
export const exceptionsFormats = ['text', 'json', 'markdown', 'html', 'csv'] as const;

/** The formats of `lint`, the usual one first. */
export const lintFormats = ['text', 'json'] as const;

/** The formats of `test`, the usual one first. */
export const testFormats = ['text', 'json', 'junit', 'tap', 'lcov', 'html', 'markdown'] as const;

/** The formats of `docs`, the usual one first. */
export const docsFormats = ['markdown', 'html'] as const;

/** The outcomes of rules that `why --to` can name. */
export const outcomes = ['pass', 'fail', 'excepted', 'unproven', 'not-applicable'] as const;

/** The shells that completion is written for. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** The build servers that `init` writes a file for. */
export const buildServers = ['github', 'gitlab'] as const;

/** What `init --pack` can name: a small pack of one's own, or the one that ships with Waarborg. */
export const initPacks = ['own', 'nl.rijk.big-data-veiligheid'] as const;
