import type { Original, OriginalCalls } from '../../renderer/core/admin/original.ts'
import type { Handlers } from '../../renderer/core/contract.ts'
import { readEdited } from '../curate/read-edited.ts'
import { Workspace } from '../curate/workspace.ts'
import { defaultsFrom } from '../library/defaults.ts'
import type { RoomNow } from './room-now.ts'

/** Reads a picture of the content folder, small and in memory alone. */
export type Peek = (path: string) => Promise<Original>

/**
 * What is withheld has no derived picture, and yet somebody has to see where a face is to blur it. So the picture that she has
 * in her folder anyway is shown to her in this one window, when she asks for it, and never to anybody else.
 */
export function originalHandlers(room: RoomNow, peek: Peek | undefined): Pick<Handlers, keyof OriginalCalls> {
  return {
    async original({ id }) {
      const item = room.index.item(id)
      if (!item || !peek) return NONE
      // Whoever took it back is not to be looked at any more: nothing is to be mended.
      if (room.find(id)?.card.facts.consent?.withdrawn !== undefined) return WITHDRAWN
      const general = defaultsFrom(room.index.state().curation.defaults)(item.path)
      const read = await readEdited(new Workspace(room.folder), item, general)
      const wanted = read?.ok ? read.requests['picture'] : undefined
      return wanted ? peek(wanted.path) : NONE
    },
  }
}

const NONE: Original = {
  ok: false,
  message: 'This picture cannot be shown here.',
  hint: 'Open it in its folder beside this window, and draw the frame where it belongs.',
}

const WITHDRAWN: Original = {
  ok: false,
  message: 'The consent to this picture was taken back, so it is shown to nobody.',
  hint: 'Erase it, in the consent ledger.',
}
