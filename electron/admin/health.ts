import { statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import type { HealthAnswer, HealthEvent, MachineFacts } from '../../renderer/core/admin/health.ts'
import { beginOf, localMinute } from '../../renderer/core/local-time.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import { roomZone } from '../../renderer/core/screen-state.ts'
import { firstInstant } from '../../renderer/core/zoned.ts'
import { searchFile } from '../library/search-file.ts'
import type { SearchReader } from '../library/search-reader.ts'
import { indexFile } from '../library/store.ts'
import type { RoomNow } from './room-now.ts'
import { eachInSlices } from './slices.ts'

export interface HealthParts {
  readonly room: RoomNow
  readonly search: SearchReader
  readonly machine: () => MachineFacts
}

const MONTH_MS = 30 * 24 * 3_600_000
const EVENTS = 100

/** How all of it fares just now. */
export async function askHealth({ room, search, machine }: HealthParts): Promise<HealthAnswer> {
  const { records, dataDir, clock } = room
  const { curation, revision } = room.index.state()
  const now = clock.now()
  const zone = roomZone(curation, now)
  const midnight = firstInstant(zone, beginOf(localMinute(now, zone).slice(0, 10)))
  const trust = room.clockTrust()
  const { versions, platform, displays, startedAt, memoryMb } = machine()
  return {
    library: {
      revision,
      ...(await itemCounts(room)),
      isReading: room.isReading(),
      isFolderReachable: room.isFolderReachable(),
      indexBytes: bytesOf(indexFile(dataDir)),
      searchBytes: bytesOf(searchFile(dataDir)),
      isSearchWhole: search.revision() >= revision,
    },
    wall: {
      what: room.wallDoes(),
      lastPaintAt: records.lastPaint(room.screen),
      playsToday: records.playsSince(room.screen, midnight),
      screen: room.screen,
    },
    disk: { ...(await diskSpace(dataDir)), recordBytes: records.bytes() },
    clock: {
      now,
      highest: records.clock().highest,
      zone,
      isTrusted: trust.isTrusted,
      because: trust.isTrusted ? '' : trust.because,
    },
    displays,
    counts: records.noteCounts(now - MONTH_MS),
    events: records.notes(EVENTS),
    problems: severities(room.problems()),
    versions,
    platform,
    startedAt,
    memoryMb,
  }
}

async function itemCounts(
  room: RoomNow,
): Promise<Pick<HealthAnswer['library'], 'items' | 'shown' | 'byStanding' | 'byKind'>> {
  const { cards } = room.index.state()
  const [byStanding, byKind]: Record<string, number>[] = [{}, {}]
  await eachInSlices(cards.length, (at) => {
    const card = cards[at]
    if (!card || !byStanding || !byKind) return
    const state = room.find(card.id)?.standing.state ?? 'shown'
    byStanding[state] = (byStanding[state] ?? 0) + 1
    byKind[card.kind] = (byKind[card.kind] ?? 0) + 1
  })
  return {
    items: cards.length,
    shown: byStanding?.['shown'] ?? 0,
    byStanding: byStanding ?? {},
    byKind: byKind ?? {},
  }
}

function bytesOf(file: string): number {
  return ['', '-wal'].reduce(
    (sum, suffix) => sum + (statSync(file + suffix, { throwIfNoEntry: false })?.size ?? 0),
    0,
  )
}

async function diskSpace(dir: string): Promise<{ freeBytes?: number; totalBytes?: number }> {
  try {
    const { bavail, blocks, bsize } = await statfs(dir)
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
  } catch {
    return {}
  }
}

function severities(problems: readonly Problem[]): HealthAnswer['problems'] {
  const counts = { error: 0, warning: 0, note: 0 }
  for (const { severity } of problems) counts[severity] += 1
  return counts
}

/** Events whose detail is ours from beginning to end. */
const PLAIN_EVENTS: readonly string[] = ['started', 'ended', 'gpu-gone', 'clock-leap', 'clock-backwards']

/** What may leave the house: figures and versions. No title, path or id, no name of a screen or folder, no word of anybody. */
export function supportText(health: HealthAnswer): string {
  const { wall, displays, events, ...rest } = health
  const { screen: _, ...wallFigures } = wall
  return JSON.stringify(
    {
      ...rest,
      wall: wallFigures,
      displays: displays.map(({ name: _name, ...display }) => display),
      events: events.map(withoutContent),
    },
    null,
    2,
  )
}

function withoutContent({ at, what, detail }: HealthEvent): object {
  if (PLAIN_EVENTS.includes(what)) return { at, what, detail }
  if (what !== 'defect') return { at, what }
  // Where it happened, by our own functions; its sentence may quote anything, and a path names somebody's folder.
  const frames = [
    ...detail.matchAll(/^\s+at (?:async )?([\w.#<> ]{1,80}) \(.*?([\w.-]+\.[cm]?[jt]s):(\d+):\d+\)$/gm),
  ]
  return { at, what, frames: frames.map(([, name, file, line]) => `${name} ${file}:${line}`) }
}
