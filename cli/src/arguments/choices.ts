/** The languages that people can be spoken to in. */
export const languages = ['en', 'nl'] as const;

/** The levels of rules that `--fail-on` can name, the heaviest first. */
export const levels = ['mandatory', 'comply-or-explain', 'recommended'] as const;

/** The formats in which `check` writes its report, the usual one first. */
export const checkFormats = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'html'] as const;
