/**
 * A URI in the one form in which the server compares them: clients encode `:` and other signs as they like, and write the
 * letter of a drive small or large. What is no file, such as an untitled document, stays as it is.
 */
export function normalUri(uri: string): string {
  const match = /^file:\/\/([^/]*)(\/.*)?$/i.exec(uri);
  if (match === null) return uri;
  const [, host = '', path = '/'] = match;
  const steps = path.split('/').map((step) => encodeURIComponent(decoded(step)));
  return `file://${host.toLowerCase()}${steps.join('/')}`.replace(
    /^(file:\/\/\/)([A-Z])(?=%3A(?:\/|$))/,
    (_, before, drive) => {
      return `${before}${String(drive).toLowerCase()}`;
    },
  );
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    // A lone per cent sign stands for itself.
    return step;
  }
}

/** The URI of a folder, ending in a slash. */
export function folderUri(uri: string): string {
  const normal = normalUri(uri);
  return normal.endsWith('/') ? normal : `${normal}/`;
}
