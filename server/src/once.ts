/** Makes of many calls in one go a single one, right after it; or so many milliseconds after the last of them. */
export function once(call: () => unknown, milliseconds = 0): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return () => {
    if (waiting !== undefined && milliseconds === 0) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      waiting = undefined;
      call();
    }, milliseconds);
  };
}
