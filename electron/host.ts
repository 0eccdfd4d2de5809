import type { Task } from '../renderer/core/admin/task.ts'
import type { HostHandlers, Snapshot, WallView } from '../renderer/core/contract.ts'
import type { Problem } from '../renderer/core/problem.ts'
import { withoutWriting } from './admin/admin-part.ts'
import { adminView } from './admin/admin-view.ts'
import { isAskedFor } from './admin/asked-file.ts'
import { lookHandlers } from './admin/look-handlers.ts'
import { nowHandlers } from './admin/now-handlers.ts'
import { orderHandlers } from './admin/order-handlers.ts'
import { originalHandlers } from './admin/original-handlers.ts'
import { makeReadHandlers } from './admin/read-handlers.ts'
import { makeReading } from './admin/reading.ts'
import { makeRoomNow } from './admin/room-now.ts'
import { previewRows } from './admin/row-preview.ts'
import { tryHandlers } from './admin/try-handlers.ts'
import { makeAuditTrail } from './audit-trail.ts'
import { makeVisit } from './booth/visit.ts'
import { makeExportWatch } from './bundle/export-watch.ts'
import { makeChair } from './chair/chair.ts'
import { searchedEvidence } from './chair/evidence-part.ts'
import { makeForecast } from './forecast.ts'
import { makeForgetGone } from './forget-gone.ts'
import type { Host, HostParts, RoomCounts } from './host-parts.ts'
import { screenView } from './play-view.ts'
import { gravestFirst } from './problem-order.ts'
import type { PaintedPlay } from './records/records.ts'
import { openRoomIndex } from './room-index.ts'
import { createRotation } from './rotation.ts'
import { screenProblems } from './screen-problem.ts'
import { makeStandingTime } from './standing-time.ts'
import { orderProblems } from './surroundings.ts'
import { makeUnfitItems } from './unfit.ts'
import { makeWithheldList } from './withheld-list.ts'

/** The first slides shall tell of the whole room, not of its first files; a room that takes longer to read begins without. */
const FIRST_READING_MS = 10_000

export function createHost(parts: HostParts): Host {
  const { records, clock, screen, hasWall = true } = parts
  const index = openRoomIndex(parts.openIndex)
  index.refresh()
  records.closeOpenPlays(screen)
  let folderGone = false
  const unfit = makeUnfitItems()
  let snapshot: Snapshot | undefined
  let isMidway = false
  const reading = makeReading(parts.reading)
  let isHeld = false
  let isClosed = false
  let stopHolding = (): void => undefined
  const time = makeStandingTime(records, clock, parts.builtAt)
  const trail = makeAuditTrail(records, clock, screen)
  const withheld = makeWithheldList(index.places)
  const writing = (parts.writing ?? withoutWriting)({ index, onNews: () => publishTasks() })
  const forgetGone = makeForgetGone(index, records, trail, writing)
  const exports = makeExportWatch(index, records, time.now)
  let room: ReturnType<typeof makeRoomNow> | undefined
  let chair: ReturnType<typeof makeChair> | undefined
  forgetGone()
  const visit = makeVisit({
    ...{ index, records, clock, screen },
    rotation: () => rotation,
    onPainted: tellPainted,
    onTurn: () => rotation.renew(),
  })
  exports.look()
  const rotation = createRotation({
    ...parts,
    hasWall,
    index,
    isVisited: visit.isOn,
    standingTime: time.now,
    clockTrust: time.clock,
    onJudged(news, keeper) {
      trail.look(news.judged, keeper.find)
      room?.judged(news.judged)
      withheld.judged(() => keeper.notShown())
    },
    onNews() {
      visit.check()
      chair?.renew()
      publish()
    },
    onUnpainted: () => parts.onUnpainted?.(),
  })
  room = makeRoomNow({
    ...parts,
    hasWall,
    index,
    rotation,
    standingTime: time.now,
    clockTrust: time.clock,
    problems: () => problems(),
    isReading: () => isMidway,
    isFolderReachable: () => !folderGone,
    wallDoes: () => wallView().type,
  })
  const { watch } = rotation
  const evidence = (parts.evidence ?? searchedEvidence)({
    dataDir: parts.dataDir,
    cards: () => index.state().cards,
    items: index.items,
    curation: () => index.state().curation,
    mayShow: (id) => watch.find(id)?.standing.state === 'shown',
    shownItem: watch.shownItem,
    now: time.now,
  })
  chair = makeChair({
    ...{ index, watch, records, clock, screen, trail },
    findEvidence: evidence.find,
    files: writing.chair,
    paper: parts.paper,
    onNews: () => publish(),
    onPainted: parts.onPainted,
  })
  const curator = makeReadHandlers(room, parts.machine)
  snapshot = makeSnapshot(1)

  /** News from the rotation's own start come before it can be asked; the first snapshot tells them. */
  function publish(): void {
    if (!snapshot) return
    snapshot = makeSnapshot(snapshot.revision + 1)
    parts.onSnapshot(snapshot)
  }

  /** How far long work is: the room is what it was, and a wall is told nothing. */
  function publishTasks(): void {
    if (!snapshot) return
    snapshot = { ...snapshot, revision: snapshot.revision + 1, tasks: tasks(), unread: reading.unread() }
    parts.onSnapshot(snapshot, 'admin')
  }

  /** What a chair shows is judged anew whenever somebody asks, and told where it is otherwise. */
  function checkChair(): void {
    if (JSON.stringify(wallView()) !== JSON.stringify(snapshot?.wall)) publish()
  }

  function makeSnapshot(revision: number): Snapshot {
    const { curation } = index.state()
    const around = rotation.watch.around()
    const view = screenView(curation, screen, parts.calibration?.latest())
    return {
      revision,
      roomRevision: revision,
      room: { name: curation.name, language: curation.language, folder: parts.folder },
      screen: { ...view, sound: around.screen.sound },
      wall: wallView(),
      problems: gravestFirst([...withheld.problems(), ...problems()]),
      folderGone,
      booth: visit.view(),
      now: { screen: around.screen.reason, order: around.now.reason },
      tasks: tasks(),
      unread: reading.unread(),
      admin: adminView({
        ...{ curation, screen, hasWall, around },
        now: clock.now(),
        counts: counts(),
        find: (id) => rotation.watch.find(id),
      }),
    }
  }

  function tasks(): readonly Task[] {
    return [...reading.tasks(), ...writing.tasks()]
  }

  function counts(): RoomCounts {
    const { total, byId } = rotation.watch.deck()
    return { total, eligible: byId.size, isReading: isMidway }
  }

  /** All but what is withheld: of that there may be very much. */
  function problems(): readonly Problem[] {
    const ordered = orderProblems(rotation.watch.around())
    return [
      ...time.problems(),
      ...exports.problems(),
      ...nameProblems(),
      ...ordered,
      ...unfit.problems(),
      ...index.state().problems,
    ]
  }

  /** Until a room has been read, nobody knows its screens. */
  function nameProblems(): readonly Problem[] {
    const { curation, revision } = index.state()
    return revision === 0 ? [] : screenProblems(curation, screen)
  }

  function wallView(): WallView {
    const { instead } = rotation.watch.around()
    chair?.setOn(isChair())
    if (instead) {
      chair?.hide()
      return instead
    }
    const seat = chair?.view()
    if (seat) return { type: 'chair', chair: seat }
    const play = rotation.view()
    if (play) return { type: 'play', play, next: rotation.next() }
    const { total, byId } = rotation.watch.deck()
    if (isChair() && byId.size > 0) return { type: rotation.watch.isBehind() ? 'indexing' : 'empty' }
    // Something may be shown, but cannot be read or drawn just now: it is tried again shortly.
    if (byId.size > 0) return { type: 'indexing' }
    if (total > 0) return { type: 'withheld' }
    if (folderGone) return { type: 'gone' }
    return { type: index.state().revision === 0 ? 'indexing' : 'empty' }
  }

  function isChair(): boolean {
    return screenView(index.state().curation, screen).mode === 'chair'
  }

  function painted(playId: string): void {
    if (visit.painted(playId)) return
    const play = rotation.play()
    const view = rotation.view()
    if (play?.playId !== playId || view?.playId !== playId || play.paintedAt !== undefined) return
    const { id: itemId, kind, title } = view.item
    const row = { playId, screen, itemId, kind, title, part: play.part, paintedAt: Math.round(clock.now()) }
    tellPainted(row)
    // After its row: if this very step ends the play, there is a row to be closed.
    rotation.report({ type: 'painted', playId })
  }

  /** The one place where something becomes a thing that was shown. */
  function tellPainted(row: PaintedPlay): void {
    records.together(() => {
      records.tick(row.paintedAt)
      records.painted(row)
    })
    trail.shown(row.itemId, row.paintedAt)
    curator.painted(row.itemId)
    parts.onPainted?.(row)
  }

  /** While nothing has been shown yet and the library goes on reading, for a few seconds. */
  function holdsBack(): boolean {
    if (!isMidway || index.state().revision > 0) return false
    if (!isHeld) stopHolding = clock.after(FIRST_READING_MS, takeRevision)
    isHeld = true
    isMidway = false
    return true
  }

  function takeRevision(): void {
    stopHolding()
    if (!index.refresh()) return
    // What did not fit may have been shortened; if it was not, the wall says so again.
    unfit.forget()
    forgetGone()
    exports.look()
    rotation.renew()
  }

  /** A window or the library may speak after the end; the record is closed by then. */
  function whileOpen<Args extends readonly unknown[]>(
    work: (...args: Args) => void,
  ): (...args: Args) => void {
    return (...args) => {
      if (!isClosed) work(...args)
    }
  }

  const forecast = makeForecast({ index, rotation, clock, screen, standingTime: time.now })
  const { picture = async () => ({ type: 'no-wall' }) } = parts
  const handlers: HostHandlers = {
    ...chair.handlers,
    ...nowHandlers({ rotation, forecast, clock, picture }),
    ...orderHandlers({ index, watch: rotation.watch, forecast }),
    ...curator.handlers,
    ...lookHandlers(room),
    ...tryHandlers(room),
    ...originalHandlers(room, parts.peek),
    ...writing.handlers,
    tasks,
    cancelTask: (which) => (reading.isIt(which.id) ? reading.stop() : writing.handlers.cancelTask(which)),
    readOn: reading.goOn,
    ...visit.handlers,
    previewRows: (rows) => previewRows(rows, rotation.sources()),
    snapshot() {
      if (!isClosed) rotation.check()
      if (!isClosed && isChair()) checkChair()
      return snapshot ?? makeSnapshot(0)
    },
    painted: whileOpen((report) => painted(report.playId)),
    mediaEnded: whileOpen(({ playId }) => rotation.report({ type: 'media-ended', playId })),
    failed: whileOpen(({ playId, reason }) => {
      const view = rotation.view()
      if (view?.playId !== playId) return
      records.note(clock.now(), 'slide-failed', `${view.item.id}: ${reason}`)
      rotation.report({ type: 'failed', playId })
    }),
    unfit: whileOpen(({ playId, words, holds }) => {
      const view = rotation.view()
      if (view?.playId === playId && unfit.note(view.item, words, holds)) publish()
    }),
    alive: whileOpen(() => parts.onAlive?.()),
    calibrate: whileOpen((measured) => {
      parts.calibration?.keep(measured)
      records.note(clock.now(), 'calibrated', `${screen}: ${measured.mmPerPixel.toFixed(4)} mm a pixel`)
      rotation.renew()
      publish()
    }),
    trustClock: whileOpen(({ by }) => {
      time.trust(by)
      rotation.renew()
    }),
  }

  return {
    handlers,
    isAskedFor: (file) => isAskedFor(room, file),
    libraryReads: whileOpen((progress) => {
      isMidway = true
      if (progress === undefined) return
      reading.goes(progress)
      publishTasks()
    }),
    libraryRests: whileOpen((left) => {
      reading.rests(left)
      // What is not told any more was told; what was held back for it waits no longer.
      if (isMidway && isHeld) takeRevision()
      isMidway = false
      publish()
    }),
    indexChanged: whileOpen(() => {
      if (holdsBack()) return
      takeRevision()
      isMidway = false
    }),
    folderReachable: whileOpen((isReachable) => {
      if (folderGone === !isReachable) return
      folderGone = !isReachable
      records.note(clock.now(), isReachable ? 'folder-back' : 'folder-gone', parts.folder)
      publish()
    }),
    wallLost: whileOpen(rotation.redraw),
    mayServe(hash) {
      const file = isClosed ? undefined : index.media(hash)
      return file?.itemIds.some((id) => rotation.mayShow(id) || room?.mayPreview(id)) ? file : undefined
    },
    forecast,
    counts,
    admin() {
      const { curation } = index.state()
      // A booth has a keyboard or a touch screen within everybody's reach.
      const isBooth = screenView(curation, screen).mode === 'booth'
      return { ...curation.admin, shortcut: curation.admin.shortcut && !isBooth }
    },
    close() {
      if (isClosed) return Promise.resolve()
      isClosed = true
      stopHolding()
      visit.close()
      const written = writing.close()
      rotation.close()
      chair?.close()
      evidence.close()
      trail.close()
      curator.close()
      index.close()
      return written
    },
  }
}
