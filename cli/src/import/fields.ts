import { plainText } from './plain-text.ts';
import { isRecord } from './register-record.ts';

/** A value of a manifest, before it is written. */
export type ManifestValue = string | readonly string[] | readonly Readonly<Record<string, string>>[];

/** Where a field of the register goes, and how its value is read; undefined where it does not say exactly that. */
export interface FieldMapping {
  readonly path: readonly string[];
  readonly read: (value: unknown) => ManifestValue | undefined;
}

/** A text without markup; undefined for nothing, or blanks. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = plainText(value);
  return text === '' ? undefined : text;
}

function choice(words: Readonly<Record<string, string>>): FieldMapping['read'] {
  return (value) => {
    const key = textOf(value)?.toLowerCase() ?? '';
    return Object.hasOwn(words, key) ? words[key] : undefined;
  };
}

/** Statuses count only in the register's own words: `Actief` or `pilot` say something else, and nobody may guess. */
const status = choice({
  'in ontwikkeling': 'in-development',
  ontwikkeling: 'in-development',
  'in gebruik': 'in-use',
  in_gebruik: 'in-use',
  'buiten gebruik': 'out-of-use',
  buiten_gebruik: 'out-of-use',
});

const publicationCategory = choice({
  'hoog-risico ai-systeem': 'high-risk-ai',
  'impactvolle algoritmes': 'impactful',
  'overige algoritmes': 'other',
});

function texts(value: unknown): readonly string[] | undefined {
  const items = Array.isArray(value) ? value : [value];
  const read = items.flatMap((item) => textOf(item) ?? []);
  return read.length === 0 ? undefined : read;
}

/** A list of titles with links. Every title must be there and be different: titles are the keys of the list. */
function titled(value: unknown): ManifestValue | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const items = value.map((item): Readonly<Record<string, string>> | undefined => {
    const name = isRecord(item) ? textOf(item['title']) : undefined;
    if (name === undefined || !isRecord(item)) return undefined;
    const link = textOf(item['link']);
    return link === undefined ? { name } : { name, link };
  });
  const known = items.filter((item) => item !== undefined);
  const names = new Set(known.map((item) => item['name']));
  return names.size === items.length ? known : undefined;
}

const to = (path: string, read: FieldMapping['read'] = textOf): FieldMapping => ({ path: path.split('.'), read });

/**
 * The fields of the register that have an exact counterpart in the vocabulary, in the order of the manifest. What is not
 * here, or cannot be read as its counterpart asks, is kept under `x_register`, where no rule looks.
 */
export const fieldMappings: ReadonlyMap<string, FieldMapping> = new Map([
  ['name', to('name')],
  ['title', to('name')],
  ['description_short', to('description')],
  ['organization', to('responsible.organization')],
  ['organisatie', to('responsible.organization')],
  ['contact_email', to('responsible.contact')],
  ['goal', to('goal')],
  ['doel', to('goal')],
  ['status', to('project.status', status)],
  ['begin_date', to('project.begin')],
  ['end_date', to('project.end')],
  ['process_index_url', to('processing.register_link')],
  ['lawful_basis_grouping', to('legal_basis', titled)],
  ['lawful_basis', to('legal_basis_explanation')],
  ['juridische_basis', to('legal_basis_explanation')],
  ['source_data_grouping', to('datasets', titled)],
  ['source_data', to('datasets_explanation')],
  ['methods_and_models', to('method.description')],
  ['publiccode', to('method.source_code')],
  ['human_intervention', to('human_review.description')],
  ['proportionality', to('weighing.proportionality')],
  ['impacttoetsen_grouping', to('assessments.performed', titled)],
  ['impacttoetsen', to('assessments.explanation')],
  ['risks', to('risk_management')],
  ['provider', to('procurement.provider')],
  ['category', to('registration.themes', texts)],
  ['publication_category', to('registration.publication_category', publicationCategory)],
  ['website', to('registration.website')],
  ['url', to('registration.link')],
  ['lang', to('registration.written_in')],
  ['standard_version', to('registration.standard_version')],
  ['tags', to('registration.search_terms')],
]);
