import { WriteStream } from 'node:tty';
import { describe, expect, it } from 'vitest';
import { languageOfEnvironment, wantsColour } from './locale.ts';

describe('the language of the environment', () => {
  it.each([
    [{ LANG: 'nl_NL.UTF-8' }, 'nl'],
    [{ LANG: 'nl' }, 'nl'],
    [{ LANG: 'nl-BE' }, 'nl'],
    [{ LANG: 'nlx' }, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{}, 'en'],
    [{ LC_ALL: 'en_GB.UTF-8', LANG: 'nl_NL.UTF-8' }, 'en'],
    [{ LC_ALL: '', LC_MESSAGES: 'nl_NL', LANG: 'en' }, 'nl'],
  ] as const)('of %j is %s', (environment, language) => {
    expect(languageOfEnvironment(environment)).toBe(language);
  });
});

describe('colours', () => {
  it('are used on a terminal where Node.js would use them', () => {
    const values = [undefined, '', '0', '1', '2', '3', 'true', 'false', 'never'];
    const depth = WriteStream.prototype.getColorDepth;
    for (const FORCE_COLOR of values) {
      for (const NO_COLOR of [undefined, '', '1']) {
        for (const NODE_DISABLE_COLORS of [undefined, '', '1']) {
          for (const TERM of ['dumb', 'xterm', 'xterm-256color']) {
            const environment = { FORCE_COLOR, NO_COLOR, NODE_DISABLE_COLORS, TERM };
            const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined));
            expect(wantsColour(undefined, environment, true), JSON.stringify(given)).toBe(depth(given) > 2);
          }
        }
      }
    }
  });
  it.each([
    [true, { NO_COLOR: '1' }, false, true],
    [false, { FORCE_COLOR: '1' }, true, false],
    [undefined, { NO_COLOR: '1', FORCE_COLOR: '1' }, false, true],
    [undefined, { NO_COLOR: '' }, true, true],
    [undefined, { FORCE_COLOR: '1' }, false, true],
    [undefined, { FORCE_COLOR: '0' }, true, false],
    [undefined, { TERM: 'dumb' }, true, false],
    [undefined, {}, false, false],
  ] as const)('asked %s in %j on a terminal %s: %s', (asked, environment, terminal, wanted) => {
    expect(wantsColour(asked, environment, terminal)).toBe(wanted);
  });
});
