import type { CoreProgram, CoreRule, Obligation } from '../core/core.ts';
import { untranslated } from '../diagnostic/diagnostic.ts';
import { formatValue } from '../evaluate/format-value.ts';
import type { DutyDescription, ParameterDescription, RuleDescription, Sentence } from './description.ts';

const s = (text: string): Sentence => ({ text: untranslated(`${text}.`), parts: [] });
const duty = (o: Obligation): DutyDescription => ({
  id: o.id,
  level: o.level,
  levelChosenBy: o.levelChosenBy,
  sentence: { text: o.text, parts: [] },
  span: o.span,
});
export function describeRule(program: CoreProgram, rule: CoreRule): RuleDescription {
  const pack = program.packs.find((p) => p.name === rule.pack);
  const parameters: ParameterDescription[] = (pack?.parameters ?? [])
    .filter((p) => rule.text.en.includes(p.name))
    .map((p) => ({ ...p, value: formatValue(p.value as never, p.type) }));
  return {
    ...rule,
    subject: s('Every analysis'),
    inForce: undefined,
    scope: rule.scope === undefined ? undefined : { text: rule.scope.condition.text, parts: [] },
    applies: rule.applies.map((c) => ({ text: c.text, parts: [] })),
    duties: rule.obligations.map(duty),
    exceptions: rule.exceptions.map((e) => ({
      name: e.name,
      was: e.was,
      sentences: [s(`Exception ${e.name} may be claimed`)],
      covers: e.covers,
      residual: e.residual.map(duty),
      cites: [],
      span: e.span,
    })),
    parameters,
    cites: [],
    needs: [
      {
        path: 'datasets[].updated_on',
        type: { en: 'a date', nl: 'een datum' },
        description: { en: 'When', nl: 'Wanneer' },
        absentMeansNone: false,
      },
    ],
    nextStep: rule.advice,
  };
}
