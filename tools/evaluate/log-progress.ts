/** Says on stderr, at most every ten seconds, how far a loop is and how long it has to go. */
export function createProgressLog(what: string, total: number): (done: number) => void {
  const began = performance.now();
  let spokeAt = began;
  return (done) => {
    const now = performance.now();
    if (done < total && now - spokeAt < 10_000) return;
    spokeAt = now;
    const secondsLeft = Math.round((((now - began) / done) * (total - done)) / 1000);
    console.error(`${what}: ${done} of ${total}, ${secondsLeft} s left`);
  };
}
