import type { ChairHandlers } from '../../renderer/core/contract.ts'

/** The chair's end of the contract where nobody sits: a key means nothing. */
export const NO_CHAIR: ChairHandlers = {
  chairKey: () => undefined,
  chairChoose: () => undefined,
  chairGuess: () => undefined,
  chairType: () => undefined,
  chairPainted: () => undefined,
}
