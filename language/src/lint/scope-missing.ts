import type { Pack } from '../model/model.ts';
import { wordsAt } from '../syntax/words-at.ts';
import type { Finding, LintRule } from './support/lint-rule.ts';

/** A pack that does not say which analyses it is about judges those that it was never meant for. */
export const scopeMissing: LintRule = {
  name: 'scope-missing',
  title: { en: 'A pack has no scope', nl: 'Een pakket heeft geen reikwijdte' },
  find: ({ model }) => model.packs.filter(({ rules, scopes }) => rules.size > 0 && scopes.length === 0).map(finding),
};

function finding({ name, files, span }: Pack): Finding {
  const head = files.find(({ version }) => version !== undefined);
  const place = head?.name.span ?? span;
  const word = wordsAt(place);
  return {
    span: place,
    message: {
      en: `\`${name}\` does not say which analyses it is about`,
      nl: `\`${name}\` zegt niet over welke analyses het gaat`,
    },
    help: {
      en: `Add \`${word('ScopeWord')} "…" ${word('When')} …\` to its head: what is outside is called out of scope, and never a pass.`,
      nl: `Voeg \`${word('ScopeWord')} "…" ${word('When')} …\` toe aan de kop: wat daarbuiten valt heet buiten reikwijdte, en nooit voldaan.`,
    },
  };
}
