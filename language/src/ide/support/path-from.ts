/**
 * The path of a file that another one names, from the folder of that other one: `../a b.yaml` from
 * `file:///p/tests/x` is `file:///p/a%20b.yaml`. Where the one is a URI, the other is written as one.
 */
export function pathFrom(path: string, written: string): string {
  const isUri = /^[a-z][a-z0-9+.-]+:/i.test(path);
  const folders = path.split('/').slice(0, -1);
  for (const step of written.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.' && step !== '') folders.push(isUri ? encodeURIComponent(step.toWellFormed()) : step);
  }
  return folders.join('/');
}

/**
 * How the one file names the other, from its own folder: the reverse of `pathFrom`. Undefined where there is no way between
 * them, as from one drive to another.
 */
export function pathBetween(from: string, to: string): string | undefined {
  const isUri = /^[a-z][a-z0-9+.-]+:/i.test(to);
  const [folders, steps] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < folders.length && shared < steps.length - 1 && folders[shared] === steps[shared]) shared += 1;
  // A URI shares at least its scheme and host with whatever it can name.
  if (isUri && shared < 3) return undefined;
  const down = steps.slice(shared).map((step) => (isUri ? decoded(step) : step));
  return [...folders.slice(shared).map(() => '..'), ...down].join('/');
}

/** What a file is called, without its folders. */
export function fileNameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /^[a-z][a-z0-9+.-]+:/i.test(path) ? decoded(name) : name;
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    // A lone per cent sign stands for itself.
    return step;
  }
}
