import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Bridge, PlayView, ScreenView, Snapshot, WallView } from '../core/contract.ts'
import { SlideOf } from '../kinds/slides.ts'
import { loadFonts } from '../ui/load-fonts.ts'
import { useMediaUrl } from '../ui/media-url.ts'
import { StageBox } from '../ui/StageBox.tsx'
import type { MediaClock, Stage } from '../ui/slide-props.ts'
import type { AudioPool } from './audio-pool.ts'
import { Calibrate } from './chair/Calibrate.tsx'
import { Chair } from './chair/Chair.tsx'
import { Clip, NO_CLIP } from './clip.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { type Arrival, enter, presented } from './enter.ts'
import type { Layer, LayerEvent } from './layers.ts'
import { MessageNotice, Notice } from './Notice.tsx'
import { recordingOf, settled } from './prepare.ts'

/** What one layer shows: a play, or the reason why nothing plays. */
export interface WallScene {
  readonly content:
    | { readonly type: 'play'; readonly play: PlayView }
    | Exclude<WallView, { type: 'play' }>
    | { readonly type: 'measure' }
  readonly room: Snapshot['room']
  readonly screen: ScreenView
}

interface WallLayerProps {
  readonly layer: Layer<WallScene>
  readonly stage: Stage
  readonly bridge: Bridge
  readonly pool: AudioPool
  /** `none` for the first one, and where the same item follows itself. */
  readonly motion: 'full' | 'reduced' | 'none'
  /** Another one is coming in under it. */
  readonly isLeaving: boolean
  readonly send: (event: LayerEvent<WallScene>) => void
  /** The panel has been measured, or nobody wants to any more. */
  readonly onMeasured: () => void
}

/** One slide from its preparation to its end: fonts, layout, decoding, entrance, proof of paint, sound. */
export function WallLayer(props: WallLayerProps) {
  const { layer, stage, send } = props
  const { screen, room } = layer.view
  const root = useRef<HTMLDivElement>(null)
  const play = layer.view.content.type === 'play' ? layer.view.content.play : undefined
  const { content } = layer.view
  const fontsReady = useFonts(play, room, content)
  const failure = useFailure(props, play)
  const clip = useClip(props, play)

  const ready = useEffectEvent(() => send({ type: 'ready', key: layer.key }))
  const unready = useEffectEvent(failure)
  const isPreparing = layer.phase === 'preparing'
  useEffect(() => {
    const element = root.current
    if (!fontsReady || !element || !isPreparing) return
    let gone = false
    Promise.all([settled(element).then(presented), clip?.load()]).then(
      () => gone || ready(),
      (error: unknown) => gone || unready(error),
    )
    return () => {
      gone = true
    }
  }, [fontsReady, isPreparing, clip])

  useEntrance(props, root, play, clip, failure)

  return (
    <div
      ref={root}
      className={`layer ${layer.phase}`}
      aria-hidden={layer.phase === 'preparing'}
      data-play={play?.playId}
    >
      {fontsReady ? (
        <ErrorBoundary onError={failure}>
          <StageBox
            stage={stage}
            theme={screen.theme}
            language={room.language}
            brand={screen.brand}
            fade={play?.age?.fade}
          >
            <Scene {...props} clock={clip ?? NO_CLIP} />
          </StageBox>
        </ErrorBoundary>
      ) : null}
    </div>
  )
}

function Scene({ layer, stage, bridge, clock, onMeasured }: WallLayerProps & { readonly clock: MediaClock }) {
  const { content, room, screen } = layer.view
  if (content.type === 'off') return <div className="dark" />
  if (content.type === 'message') return <MessageNotice message={content.message} room={room} />
  if (content.type === 'measure')
    return <Calibrate room={room} screen={screen} bridge={bridge} onEnd={onMeasured} />
  if (content.type === 'chair')
    return <Chair chair={content.chair} room={room} screen={screen} bridge={bridge} />
  if (content.type !== 'play') return <Notice type={content.type} room={room} />
  const { item, part, pass, cast, age, today, playId } = content.play
  const onUnfit = ({ words, holds }: { words: number; holds: number }): void => {
    void bridge.call('unfit', { playId, words, holds })
  }
  return (
    <SlideOf
      item={item}
      part={part}
      pass={pass}
      cast={cast}
      age={age}
      today={today}
      room={room}
      screen={screen}
      stage={stage}
      clock={clock}
      onUnfit={onUnfit}
    />
  )
}

/** Text is measured when its fonts are there: a slide is laid out once, not twice. */
function useFonts(
  play: PlayView | undefined,
  room: Snapshot['room'],
  content: WallScene['content'],
): boolean {
  const [isReady, setReady] = useState(false)
  const load = useEffectEvent(() => loadFonts(play, room, play ? undefined : content))
  useEffect(() => {
    let gone = false
    void load().then(() => gone || setReady(true))
    return () => {
      gone = true
    }
  }, [])
  return isReady
}

function useFailure(
  { layer, bridge, send }: WallLayerProps,
  play: PlayView | undefined,
): (error: unknown) => void {
  const told = useRef(false)
  return (error) => {
    if (told.current) return
    told.current = true
    const reason = error instanceof Error ? error.message : String(error)
    if (play) void bridge.call('failed', { playId: play.playId, reason: reason.slice(0, 1_000) })
    send({ type: 'failed', key: layer.key })
  }
}

/** Comes in, is presented, is told: in this order, once. */
function useEntrance(
  { layer, stage, motion, bridge, send }: WallLayerProps,
  root: RefObject<HTMLDivElement | null>,
  play: PlayView | undefined,
  clip: Clip | undefined,
  failure: (error: unknown) => void,
): void {
  const begin = useEffectEvent((element: HTMLElement): Arrival => {
    const arrival = enter(element, { u: stage.u, motion })
    arrival.over.then(() => send({ type: 'entered', key: layer.key }), failure)
    return arrival
  })
  const { content } = layer.view
  const tell = useEffectEvent((): void => {
    if (content.type === 'chair') void bridge.call('chairPainted', { sceneId: content.chair.sceneId })
    if (!play) return
    void bridge.call('painted', { playId: play.playId })
    clip?.start()
  })
  useEffect(() => {
    if (layer.phase !== 'entering' || !root.current) return
    const arrival = begin(root.current)
    return () => arrival.cancel()
  }, [layer.phase, root])
  useEffect(() => {
    if (layer.phase !== 'shown') return
    let gone = false
    void presented().then(() => gone || tell())
    return () => {
      gone = true
    }
  }, [layer.phase])
}

/** The recording of a play, loaded while the layer is prepared, stopped when it goes. */
function useClip(
  { layer, bridge, pool, isLeaving }: WallLayerProps,
  play: PlayView | undefined,
): Clip | undefined {
  const mediaUrl = useMediaUrl()
  const { sound, volume } = layer.view.screen
  const [clip] = useState(() => {
    const recording = play && recordingOf(play)
    if (!play || !recording) return undefined
    return new Clip({
      pool,
      url: mediaUrl(recording),
      durationMs: recording.durationMs ?? play.dwellMs,
      fromMs: recording.fromMs ?? 0,
      sound: { on: sound, volume },
      ended: () => void bridge.call('mediaEnded', { playId: play.playId }),
    })
  })
  useEffect(() => clip?.setSound({ on: sound, volume }), [clip, sound, volume])
  useEffect(() => {
    if (isLeaving) clip?.hold()
  }, [clip, isLeaving])
  // The element is taken in an effect, after the layer that gives way has given its own back.
  useEffect(() => {
    void clip?.load()
    return () => clip?.stop()
  }, [clip])
  return clip
}
