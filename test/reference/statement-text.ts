import { moved } from './civil-date.ts';
import { drawBound, writeDate } from './dates.ts';
import { oneOf } from './draw.ts';
import type { ManifestSetting, Written } from './manifest-text.ts';
import type { ExceptionWords, RuleWords } from './rule-text.ts';
import { roles } from './words.ts';

type Fields = Readonly<Record<string, Written>>;

/** Claims, explanations and approvals about the rules of a case: most of them right, some wrong in one way. */
export function drawStatements(setting: ManifestSetting, rules: readonly RuleWords[]): Fields {
  const { draw } = setting;
  const claims = rules.flatMap((rule) =>
    rule.exceptions.flatMap((exception) =>
      Array.from(
        {
          length: oneOf(draw, [
            [2, () => 0],
            [6, () => 1],
            [2, () => 2],
          ]),
        },
        () => drawClaim(setting, rule, exception),
      ).concat(draw.percent(25) ? drawRenewal(setting, rule, exception) : []),
    ),
  );
  const explanations = rules.flatMap((rule) => (draw.percent(35) ? [drawExplanation(setting, rule)] : []));
  const approvals = rules.flatMap((rule) => (draw.percent(50) ? [drawApproval(setting, rule)] : []));
  return {
    ...stated(setting, 'claims', claims),
    ...stated(setting, 'explanations', explanations),
    ...stated(setting, 'approvals', approvals),
  };
}

function stated({ draw }: ManifestSetting, key: string, items: readonly Fields[]): Fields {
  if (items.length === 0)
    return oneOf<Fields>(draw, [
      [6, () => ({})],
      [2, () => ({ [key]: 'none' })],
      [1, () => ({ [key]: [] })],
    ]);
  return { [key]: items.map((item, index) => ({ ref: `${key.slice(0, 2)}${index}`, ...item })) };
}

function drawRuleName({ draw }: ManifestSetting, rule: RuleWords): string {
  return oneOf(draw, [
    [8, () => draw.pick(rule.names)],
    [4, () => `${rule.pack}/${draw.pick(rule.names)}`],
    [1, () => 'no-such-rule'],
  ]);
}

/** The subjects of a statement: none, the keys that items are given, or the manifest's id. */
function drawSubjects({ draw }: ManifestSetting, rule: RuleWords): Fields {
  return oneOf<Fields>(draw, [
    [7, () => ({})],
    [3, () => ({ subjects: rule.forEach ? [draw.pick(['k0', 'k1', 'k0/red'])] : ['m1'] })],
    [1, () => ({ subjects: ['elsewhere'] })],
    [1, () => ({ subjects: draw.pick<Written>([[], 'none', 'null']) })],
  ]);
}

/** Leaves a field out, or says `none`, now and then. */
function mostly({ draw }: ManifestSetting, fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) =>
      oneOf<readonly (readonly [string, Written])[]>(draw, [
        [40, () => [[key, value]]],
        [1, () => []],
        [1, () => [[key, draw.pick(['none', 'null'])]]],
      ]),
    ),
  );
}

function drawDates({ draw, asOf }: ManifestSetting): Fields {
  return {
    begins: writeDate(drawBound(draw, asOf, 'begins')),
    ends: writeDate(drawBound(draw, asOf, 'ends')),
  };
}

function drawClaim(setting: ManifestSetting, rule: RuleWords, exception: ExceptionWords): Fields {
  const { draw } = setting;
  const named = draw.percent(94) ? draw.pick(exception.names) : 'no-such-exception';
  const ground = exception.grounds.length > 0 && draw.percent(92) ? draw.pick(exception.grounds) : 'other ground';
  const items = oneOf<Fields>(draw, [
    [7, () => ({})],
    [2, () => ({ items: draw.several([...rule.obligations, ...rule.items], 2) })],
    [1, () => ({ items: ['something-else'] })],
  ]);
  return {
    ...mostly(setting, {
      exception: `${drawRuleName(setting, rule)}/${named}`,
      ground,
      by: draw.pick(exception.approvers),
      ...drawDates(setting),
      why: 'needed',
    }),
    ...items,
    ...drawSubjects(setting, rule),
  };
}

/** A claim and the next of the same exception, mostly right in all but that only one of them can run. */
function drawRenewal(setting: ManifestSetting, rule: RuleWords, exception: ExceptionWords): readonly Fields[] {
  const { draw, asOf } = setting;
  const claim: Fields = {
    exception: `${rule.pack}/${draw.pick(rule.names)}/${draw.pick(exception.names)}`,
    ground: exception.grounds.length > 0 ? draw.pick(exception.grounds) : 'none',
    by: draw.pick(exception.approvers),
    why: 'needed',
  };
  const days = draw.pick([
    [-20, -10, -9, 5],
    [-5, 5, 6, 10],
    [-9, -5, -4, -1],
    [3, 6, 7, 9],
  ]);
  const [first, second] = [days.slice(0, 2), days.slice(2)].map((bounds) => {
    const [begins, ends] = bounds.map((day) =>
      writeDate(moved(asOf, { months: 0, days: Math.abs(day) }, day < 0 ? -1 : 1)),
    );
    return { ...claim, begins: begins ?? 'none', ends: ends ?? 'none', ...drawSubjects(setting, rule) };
  });
  return [first, second].flatMap((each) => (each === undefined ? [] : [mostly(setting, each)]));
}

function drawExplanation(setting: ManifestSetting, rule: RuleWords): Fields {
  const said = { rule_name: drawRuleName(setting, rule), why: 'needed', by: 'director', ...drawDates(setting) };
  return { ...mostly(setting, said), ...drawSubjects(setting, rule) };
}

function drawApproval(setting: ManifestSetting, rule: RuleWords): Fields {
  const { draw } = setting;
  const obligation = rule.obligations.find((id) => id.startsWith('approval'));
  const name = drawRuleName(setting, rule);
  const agreed = obligation !== undefined && draw.percent(40) ? `${name}/${obligation}` : name;
  return mostly(setting, { agreed, by: draw.pick(roles), ...drawDates(setting) });
}
