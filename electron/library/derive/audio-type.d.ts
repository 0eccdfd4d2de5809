declare module 'audio-type' {
  /** Name of the format that the first bytes show, or undefined. */
  function audioType(bytes: Uint8Array): string | undefined
  export = audioType
}
