/** The codecs of cornerstone come without types: Emscripten factories of modules with one decoder class. */
declare module '@cornerstonejs/codec-charls/decodewasmjs' {
  const factory: unknown;

  export = factory;
}
declare module '@cornerstonejs/codec-openjpeg/decodewasmjs' {
  const factory: unknown;

  export = factory;
}
declare module '@cornerstonejs/codec-openjph/wasmjs' {
  const factory: unknown;

  export = factory;
}
