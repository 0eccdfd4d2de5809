/** Two audio elements, never more: what plays, and what is loaded ahead. New elements for every clip would leak. */

const LOAD_LIMIT_MS = 4_000

export class AudioPool {
  readonly #elements: readonly HTMLAudioElement[]
  readonly #taken = new Set<HTMLAudioElement>()

  constructor(make: () => HTMLAudioElement = () => new Audio()) {
    this.#elements = [make(), make()]
    for (const element of this.#elements) element.preload = 'auto'
  }

  /** The element that holds this recording, loading it where none does; undefined while both are taken. */
  take(url: string): HTMLAudioElement | undefined {
    const element = this.#load(url)
    if (element) this.#taken.add(element)
    return element
  }

  /** Gives it back, paused. */
  release(element: HTMLAudioElement): void {
    element.pause()
    this.#taken.delete(element)
  }

  /** Loads a recording that will be wanted soon, if an element is free for it. */
  ahead(url: string): void {
    this.#load(url)
  }

  #load(url: string): HTMLAudioElement | undefined {
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
export async function loaded(element: HTMLAudioElement): Promise<void> {
  if (element.error || element.readyState >= HTMLMediaElement.HAVE_ENOUGH_DATA) return
  await new Promise<void>((resolve) => {
    const timer = setTimeout(finish, LOAD_LIMIT_MS)
    const events = ['canplaythrough', 'error'] as const
    function finish(): void {
      clearTimeout(timer)
      for (const name of events) element.removeEventListener(name, finish)
      resolve()
    }
    for (const name of events) element.addEventListener(name, finish)
  })
}
