import { createContext } from 'react'

/** The language of the slide that a part stands on: of the room, until the slide says its own. */
export const SlideLanguage = createContext('en')
