import type { Model, Pack } from '../model/model.ts';
import type { Report } from '../model/report.ts';
import { localizedText } from '../model/vocabulary.ts';
import type { CorePack, CoreProgram } from './core.ts';
import { lowerCompatibilities } from './lower-compatible.ts';
import { lowerCondition } from './lower-condition.ts';
import { lowerDefine } from './lower-define.ts';
import { lowerParameter } from './lower-parameter.ts';
import { lowerPurposes } from './lower-purposes.ts';
import { lowerRule } from './lower-rule.ts';
import { type Lowering, startLowering } from './lowering.ts';

/** Lowers everything that the packs say; what is wrong is reported, and the rest still lowered. */
export function lowerModel(model: Model, report: Report): CoreProgram {
  const lowering = startLowering(model, report, { lowerCondition, lowerDefine });
  const purposes = lowerPurposes(model, report);
  const packs = model.packs.map((pack) => lowerPack(pack, lowering));
  const records = model.vocabularies.flatMap((vocabulary) => [...vocabulary.records.values()]);
  const vocabularies = model.vocabularies.map(({ name, version, major }) => ({ name, version, major }));
  return { packs, purposes, vocabularies, manifestRecords: records.filter((record) => record.manifest) };
}

function lowerPack(pack: Pack, lowering: Lowering): CorePack {
  const parameters = [...pack.parameters.values()].map((declaration) => lowerParameter(declaration, pack, lowering));
  for (const define of pack.defines.values()) lowerDefine(define, pack, lowering, define.name.span);
  const compatibilities = lowerCompatibilities(pack, lowering);
  const rules = [...pack.rules.values()].flatMap((rule) => lowerRule(rule, pack, lowering) ?? []);
  return {
    name: pack.name,
    version: pack.version,
    title: localizedText(pack.title) ?? { en: pack.name, nl: pack.name },
    rules,
    parameters,
    compatibilities,
  };
}
