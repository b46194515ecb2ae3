import type { Report } from '../report.ts';

// JSON.stringify leaves these as they are, and a terminal may take them for orders.
const steering = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** The report as JSON: the fields in the order of the contract, so that the same input gives the same bytes. */
export function renderJson(report: Report): string {
  const json = JSON.stringify(report, undefined, 2);
  return `${json.replace(steering, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
