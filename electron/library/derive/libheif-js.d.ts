declare module 'libheif-js/wasm-bundle.js' {
  const libheif: object
  export = libheif
}
