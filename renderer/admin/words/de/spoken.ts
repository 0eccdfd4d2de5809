import type { Spoken } from '../spoken.ts'
import { spokenOfChanges } from './spoken-changes.ts'
import { spokenOfFiles } from './spoken-files.ts'
import { spokenOfKinds } from './spoken-kinds.ts'
import { spokenOfMedia } from './spoken-media.ts'
import { spokenOfRoom } from './spoken-room.ts'
import { spokenOfSchemas } from './spoken-schemas.ts'
import { spokenOfTables } from './spoken-tables.ts'

/** All that the host speaks, in German. */
export const spoken: Spoken = {
  ...spokenOfMedia,
  ...spokenOfTables,
  ...spokenOfKinds,
  ...spokenOfSchemas,
  ...spokenOfFiles,
  ...spokenOfChanges,
  ...spokenOfRoom,
}
