/** Why a backend is not used though nothing went wrong on it. */
export type Refusal =
  | { readonly code: 'not-offered' | 'no-adapter' | 'no-webgl2' }
  /** A GPU that is emulated on the CPU. */
  | { readonly code: 'software-gpu'; readonly renderer: string }
  /** Slower than WebAssembly. */
  | { readonly code: 'too-slow'; readonly ms: number };

function inEnglish(refusal: Refusal): string {
  switch (refusal.code) {
    case 'not-offered':
      return 'not offered by this browser';
    case 'no-adapter':
      return 'no adapter';
    case 'no-webgl2':
      return 'no WebGL 2';
    case 'software-gpu':
      return `only a software GPU (${refusal.renderer})`;
    case 'too-slow':
      return `too slow: ${refusal.ms} ms a film`;
  }
}

export class BackendRefusal extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(inEnglish(refusal));
    this.name = 'BackendRefusal';
    this.refusal = refusal;
  }

  /** Whether the browser or the machine has none, or what it has is not worth using. */
  get kind(): 'unavailable' | 'passed-over' {
    const { code } = this.refusal;
    return code === 'software-gpu' || code === 'too-slow' ? 'passed-over' : 'unavailable';
  }
}
