/** The brackets that a text has opened and not closed, closed: what makes a piece of JSON, or of YAML between brackets, whole. */
export function closersOf(text: string): string {
  const open: string[] = [];
  const tokens = /"(?:[^"\\\r\n]|\\.)*"?|(?<=[\s[{,:])'(?:[^'\r\n]|'')*'?|(?<=^|\s)#[^\r\n]*|[[\]{}]/gm;
  for (const [token] of text.matchAll(tokens)) {
    if (token === '[') open.push(']');
    else if (token === '{') open.push('}');
    else if (token === ']' || token === '}') open.pop();
  }
  return open.reverse().join('');
}
