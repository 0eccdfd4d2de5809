declare const __BUILT_AT__: number

/** When this version was built, ms since 1970 UTC: the bundler writes it in. A clock that says less is wrong. */
export const BUILT_AT = __BUILT_AT__
