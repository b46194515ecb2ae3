/**
 * The path of a file that another one names, from the folder of that other one: `../a b.yaml` from
 * `file:///p/tests/x` is `file:///p/a%20b.yaml`. Where the one is a URI, the other is written as one.
 */
export function pathFrom(path: string, written: string): string {
  const isUri = /^[a-z][a-z0-9+.-]+:/i.test(path);
  const folders = path.split('/').slice(0, -1);
  for (const step of written.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.' && step !== '') folders.push(isUri ? encodeURIComponent(step) : step);
  }
  return folders.join('/');
}
