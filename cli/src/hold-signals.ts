const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

let isHeld = false;

/**
 * Keeps an interrupt from ending the program until what is being done now is done, so that a file which is being written is
 * whole or gone and no part of it stays behind. At the next turn of the event loop the program ends as it would have, by that
 * signal. Where something else listens for a signal already, that decides when to end.
 */
export function holdSignals(): void {
  if (isHeld) return;
  isHeld = true;
  const held = signals.filter((signal) => process.listenerCount(signal) === 0);
  const release = (): void => {
    for (const signal of held) process.off(signal, end);
    isHeld = false;
  };
  const end = (signal: NodeJS.Signals): void => {
    release();
    process.kill(process.pid, signal);
  };
  for (const signal of held) process.on(signal, end);
  // What came meanwhile is told of in the next turn of the event loop at the latest, and so before the end of the second.
  void nextTurn().then(nextTurn).then(release);
}

/** Waits until an interrupt that was held has ended the program; returns where there was none. */
export function endIfInterrupted(): Promise<void> {
  return nextTurn().then(nextTurn);
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
