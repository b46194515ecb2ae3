import type { Pack } from '../../../model/model.ts';
import type { PackFile, PackHeaderItem, PackItem, PurposeDeclaration } from '../../../syntax/ast.ts';
import { add, type Gathering, nameCitations, namePurpose, nameRecord, packOrVocabularySymbol } from './gathering.ts';
import { nameExpression } from './name-expression.ts';
import { nameRule } from './name-rule.ts';
import { nameType } from './name-type.ts';
import { symbolOfAlias, symbolOfDeclaration, symbolOfPack } from './symbols-of.ts';
import { recordOfDefine, typeNamesOf, typeOfParameter } from './types-of.ts';

/** Names everything in a file of a pack. */
export function namePack(file: PackFile, gathering: Gathering): void {
  const pack = gathering.model.packs.find(({ name }) => name === file.name.text);
  if (pack === undefined) return;
  const declares = pack.span.source === file.span.source && pack.span.start === file.name.span.start;
  add(gathering, symbolOfPack(pack), file.name, declares ? 'declaration' : 'reference');
  for (const item of file.header) nameHeaderItem(item, pack, gathering);
  for (const item of file.items) nameItem(item, pack, gathering);
}

function nameHeaderItem(item: PackHeaderItem, pack: Pack, gathering: Gathering): void {
  switch (item.kind) {
    case 'judges':
      nameRecord(item.record, pack, gathering);
      return;
    case 'use':
      add(gathering, packOrVocabularySymbol(item.name.text, gathering), item.name);
      if (item.alias !== undefined) {
        add(gathering, symbolOfAlias(item, item.alias, pack), item.alias, 'declaration');
      }
      return;
    case 'scope':
      nameExpression(item.condition, { gathering, pack, record: pack.record, items: [] });
      return;
    case 'was':
      add(gathering, symbolOfPack(pack), item.name, 'former');
      return;
    case 'title':
    case 'note':
      return;
  }
}

function nameItem(item: PackItem, pack: Pack, gathering: Gathering): void {
  switch (item.kind) {
    case 'source':
      add(gathering, symbolOfDeclaration(item, pack), item.name, 'declaration');
      return;
    case 'purpose':
      nameDeclaredPurpose(item, pack, gathering);
      return;
    case 'cut':
      namePurpose(item.child, pack, gathering);
      namePurpose(item.parent, pack, gathering);
      return;
    case 'compatible':
      namePurpose(item.collectedFor, pack, gathering);
      namePurpose(item.usedFor, pack, gathering);
      if (item.condition !== undefined) {
        nameExpression(item.condition, { gathering, pack, record: pack.record, items: [] });
      }
      nameCitations(item.cites, pack, gathering);
      return;
    case 'parameter': {
      const symbol = symbolOfDeclaration(item, pack);
      add(gathering, symbol, item.name, 'declaration');
      nameType(item.type, typeNamesOf(pack), gathering);
      nameExpression(item.value, { gathering, pack, record: undefined, items: [] }, typeOfParameter(item, pack));
      for (const name of item.was) add(gathering, symbol, name, 'former');
      return;
    }
    case 'define':
      add(gathering, symbolOfDeclaration(item, pack), item.name, 'declaration');
      if (item.record !== undefined) nameRecord(item.record, pack, gathering);
      nameExpression(item.expression, { gathering, pack, record: recordOfDefine(item, pack), items: [] });
      return;
    case 'rule':
      nameRule(item, pack, gathering);
      return;
    case 'note':
      return;
  }
}

function nameDeclaredPurpose(purpose: PurposeDeclaration, pack: Pack, gathering: Gathering): void {
  const symbol = symbolOfDeclaration(purpose, pack);
  add(gathering, symbol, purpose.name, 'declaration');
  for (const name of purpose.was) add(gathering, symbol, name, 'former');
  for (const parent of purpose.parents) namePurpose(parent, pack, gathering);
  for (const same of purpose.sameAs) if (same.kind === 'purpose') namePurpose(same.name, pack, gathering);
  for (const child of purpose.children) nameDeclaredPurpose(child, pack, gathering);
}
