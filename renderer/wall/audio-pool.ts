/** Two elements for films and recordings, never more: what plays, and what is loaded ahead. New ones for every clip would leak. */

const LOAD_LIMIT_MS = 4_000
/** Seconds of a file are rounded by its own clock. */
const SEEK_SLACK_MS = 5

export class AudioPool {
  readonly #elements: readonly HTMLVideoElement[]
  readonly #taken = new Set<HTMLVideoElement>()

  constructor(make: () => HTMLVideoElement = () => document.createElement('video')) {
    this.#elements = [make(), make()]
    for (const element of this.#elements) {
      element.preload = 'auto'
      element.playsInline = true
      element.disablePictureInPicture = true
      element.disableRemotePlayback = true
    }
  }

  /** The element that holds this recording, loading it where none does; undefined while both are taken. */
  take(url: string): HTMLVideoElement | undefined {
    const element = this.#load(url)
    if (element) this.#taken.add(element)
    return element
  }

  /** Gives it back, paused and out of sight. */
  release(element: HTMLVideoElement): void {
    element.pause()
    element.remove()
    this.#taken.delete(element)
  }

  /** Loads a recording that will be wanted soon, if an element is free for it. */
  ahead(url: string): void {
    this.#load(url)
  }

  #load(url: string): HTMLVideoElement | undefined {
    const absolute = new URL(url, document.baseURI).href
    const free = this.#elements.filter((element) => !this.#taken.has(element))
    const held = free.find((element) => element.src === absolute && !element.error)
    if (held) return held
    const element = free[0]
    if (!element) return undefined
    element.src = absolute
    element.load()
    return element
  }
}

/** Resolves when it can be played through, has failed, or took too long: a recording never holds up the wall. */
export async function loaded(element: HTMLVideoElement): Promise<void> {
  if (element.error || element.readyState >= HTMLMediaElement.HAVE_ENOUGH_DATA) return
  await oneOf(element, ['canplaythrough', 'error'], () => undefined)
}

/** Brings the element to `ms` of its file. Resolves with false where it cannot, or takes too long. */
export async function seeked(element: HTMLVideoElement, ms: number): Promise<boolean> {
  if (!isAt(element, ms)) {
    await oneOf(element, ['seeked', 'error'], () => {
      element.currentTime = ms / 1000
    })
  }
  return isAt(element, ms)
}

function isAt(element: HTMLVideoElement, ms: number): boolean {
  if (element.error || element.seeking) return false
  return Math.abs(element.currentTime * 1000 - ms) <= SEEK_SLACK_MS
}

async function oneOf(
  element: HTMLVideoElement,
  events: readonly ('canplaythrough' | 'seeked' | 'error')[],
  begin: () => void,
): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(finish, LOAD_LIMIT_MS)
    function finish(): void {
      clearTimeout(timer)
      for (const name of events) element.removeEventListener(name, finish)
      resolve()
    }
    for (const name of events) element.addEventListener(name, finish)
    begin()
  })
}
