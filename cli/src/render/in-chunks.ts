/** As long as a chunk is before it is written, in UTF-16 units. */
const chunkLength = 65_536;

/** The same text in fewer and larger parts, none of which comes near the longest that a text can be. */
export function* inChunks(parts: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const part of parts) {
    chunk += part;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
