import { roleOf } from '../../core/speaker-role.ts'

/** Meeting programs call voices by the names of their accounts. Nobody agreed to be named on a wall. */

const LAST_FIRST = /^\p{Lu}[\p{L}'’-]+,\s*\p{Lu}[\p{L}'’-]+/u
const WITH_TITLE =
  /^(?:mr|mrs|ms|miss|dr|prof|herr|frau|monsieur|madame|mme|sr|sra|señora?|signora?)\.?\s+\p{Lu}/iu
const FIRST_LAST =
  /^\p{Lu}[\p{L}'’-]+(?:\s+(?:\p{Lu}\.|\p{Lu}[\p{L}'’-]+|van|von|de|der|del|la|le|bin|al)){0,3}\s+\p{Lu}\p{Ll}['’\p{L}-]*$/u

/** True for what looks like the name of a person, and not like what she is in the call. */
export function looksLikeName(name: string): boolean {
  const plain = name.replace(/\s*[([].*$/, '').trim()
  if (LAST_FIRST.test(plain) || WITH_TITLE.test(plain)) return true
  return FIRST_LAST.test(plain) && roleOf(plain) === undefined
}

/** `P. K.` for “Kurz, Petra (guest)”. */
export function initialsOf(name: string): string {
  const plain = name.replace(/\s*[([].*$/, '').trim()
  const [last = '', first] = plain.split(/,\s*/)
  const words = (first === undefined ? plain : `${first} ${last}`)
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word) && !WITH_TITLE.test(`${word} X`))
  return words.map((word) => `${[...word][0]}.`).join(' ')
}
