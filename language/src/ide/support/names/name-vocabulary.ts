import type { Vocabulary } from '../../../model/types.ts';
import type { ChoicesDeclaration, RecordDeclaration, VocabularyFile } from '../../../syntax/ast.ts';
import { add, type Gathering, vocabularySymbol } from './gathering.ts';
import { nameType } from './name-type.ts';
import { symbolOfChoice, symbolOfChoices, symbolOfField, symbolOfRecord } from './symbols-of.ts';

/** Names everything in a file of a vocabulary. */
export function nameVocabulary(file: VocabularyFile, gathering: Gathering): void {
  const symbol = vocabularySymbol(file.name.text, gathering);
  const declares = symbol?.span.source === file.span.source && symbol.span.start === file.name.span.start;
  add(gathering, symbol, file.name, declares ? 'declaration' : 'reference');
  for (const item of file.header) {
    if (item.kind === 'extends') add(gathering, vocabularySymbol(item.name.text, gathering), item.name);
  }
  const vocabulary = gathering.model.vocabularies.find(({ name }) => name === file.name.text);
  if (vocabulary === undefined) return;
  for (const item of file.items) {
    if (item.kind === 'record') nameRecordDeclaration(item, vocabulary, gathering);
    if (item.kind === 'choices') nameChoicesDeclaration(item, vocabulary, gathering);
  }
}

function nameRecordDeclaration(item: RecordDeclaration, vocabulary: Vocabulary, gathering: Gathering): void {
  const record = vocabulary.records.get(item.name.text);
  if (record === undefined) return;
  add(gathering, symbolOfRecord(record), item.name, 'declaration');
  for (const { name, type, was } of item.fields) {
    nameType(type, vocabulary, gathering);
    const field = record.byName.get(name.text);
    if (field === undefined) continue;
    const symbol = symbolOfField(field, record);
    add(gathering, symbol, name, 'declaration');
    for (const former of was) add(gathering, symbol, former, 'former');
  }
}

function nameChoicesDeclaration(item: ChoicesDeclaration, vocabulary: Vocabulary, gathering: Gathering): void {
  const choices = vocabulary.choices.get(item.name.text);
  if (choices === undefined) return;
  add(gathering, symbolOfChoices(choices), item.name, 'declaration');
  for (const { name, was } of item.values) {
    const choice = choices.values.find((value) => value.name === name.text);
    if (choice === undefined) continue;
    const symbol = symbolOfChoice(choice, choices);
    add(gathering, symbol, name, 'declaration');
    for (const former of was) add(gathering, symbol, former, 'former');
  }
}
