/** Why a backend is not used though nothing went wrong on it. */
export type RefusalKind =
  /** The browser or the machine has none. */
  | 'unavailable'
  /** A GPU that is emulated on the CPU, or slower than WebAssembly. */
  | 'passed-over';

export class BackendRefusal extends Error {
  readonly kind: RefusalKind;

  constructor(kind: RefusalKind, message: string) {
    super(message);
    this.name = 'BackendRefusal';
    this.kind = kind;
  }
}
