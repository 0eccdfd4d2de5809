/** Boxes of an MP4 that hold others, on the way from the file to the tables of its tracks (ISO 14496-12). */
const HOLDERS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'moof', 'traf'])
/** Writers that miscount are off by a few samples, damage is off by millions. */
const SLACK = 1_000

interface Tables {
  samples: number
  /** The most samples that any of its tables speaks of. */
  claimed: number
}

/**
 * False where a damaged table speaks of more samples than there are: whoever follows it counts to four thousand
 * million, once for each sample. True of anything that is no MP4.
 */
export function hasPlausibleTables(bytes: Uint8Array): boolean {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (data.toString('latin1', 4, 8) !== 'ftyp') return true
  return tracksIn(data).every(({ samples, claimed }) => samples <= data.length && claimed <= samples + SLACK)
}

function tracksIn(data: Buffer): Tables[] {
  const tracks: Tables[] = []
  const walk = (from: number, until: number): void => {
    for (let at = from; at + 16 <= until; ) {
      const small = data.readUInt32BE(at)
      const size = small === 0 ? until - at : small === 1 ? Number(data.readBigUInt64BE(at + 8)) : small
      if (size < 8) return
      const type = data.toString('latin1', at + 4, at + 8)
      const [start, end] = [at + (small === 1 ? 16 : 8), Math.min(until, at + size)]
      // A fragment has as many samples as its run says, and at least a byte for each.
      if (type === 'trak' || type === 'traf')
        tracks.push({ samples: type === 'traf' ? data.length : 0, claimed: 0 })
      if (HOLDERS.has(type)) walk(start, end)
      else readTable(data.subarray(start, end), type, tracks.at(-1))
      at += size
    }
  }
  walk(0, data.length)
  return tracks
}

/** Each table begins with its version and flags; all but the sizes and the runs go on with the number of their entries. */
function readTable(table: Buffer, type: string, track: Tables | undefined): void {
  if (!track || table.length < 12) return
  if (type === 'stsz' || type === 'stz2') track.samples = table.readUInt32BE(8)
  if (type === 'trun') track.claimed = Math.max(track.claimed, table.readUInt32BE(4))
  if (type === 'stsc')
    track.claimed = numbers(table, 12, 4).reduce((most, one) => Math.max(most, one), track.claimed)
  if (type === 'stts' || type === 'ctts') {
    const sum = numbers(table, 8, 0).reduce((total, count) => total + count, 0)
    track.claimed = Math.max(track.claimed, sum)
  }
}

/** One number of each entry: entries are `size` bytes long, and it stands `offset` bytes from their beginning. */
function numbers(table: Buffer, size: number, offset: number): number[] {
  const found: number[] = []
  for (let at = 8; at + size <= table.length; at += size) found.push(table.readUInt32BE(at + offset))
  return found
}
