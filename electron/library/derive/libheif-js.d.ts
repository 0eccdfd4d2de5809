declare module 'libheif-js/wasm-bundle' {
  const libheif: object
  export = libheif
}
