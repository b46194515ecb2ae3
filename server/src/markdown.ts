/** A text for people as Markdown: no sign of it means anything but itself. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~]/g, (sign) => `\\${sign}`);
}

/** A block of code in a language, behind more back-quotes than stand together in it. */
export function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
