/** A value of JSON, as a schema holds it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A JSON Schema that is an object: keywords with their values, in the order in which they are written. */
export type JsonSchema = { readonly [keyword: string]: JsonValue };

/** What nothing is valid against; editors and validators know it better than the plain `false`. */
export const nothingFits: JsonSchema = { not: {} };

/** A reference to a definition of the same schema: its name may hold what a JSON Pointer or an address has use for. */
export function referenceTo(definition: string): string {
  const pointer = encodeURIComponent(definition.replaceAll('~', '~0').replaceAll('/', '~1'));
  // An address may have these as they are, and not every editor reads them otherwise.
  return `#/$defs/${pointer.replaceAll('%3A', ':').replaceAll('%2C', ',')}`;
}
