/** Runs `task` when no other tab runs one of the same name. For createModelStore's `alone`. */
export function oneAtATime(base: string) {
  return async <T>(
    name: string,
    signal: AbortSignal | undefined,
    task: () => Promise<T>,
  ): Promise<T> => {
    if (!('locks' in navigator)) return task();
    return navigator.locks.request(`manet-model ${base}${name}`, signal ? { signal } : {}, task);
  };
}
