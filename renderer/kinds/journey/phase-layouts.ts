import { sizesDown } from '../../ui/fit.ts'

/** What the slide of a single phase tries, from generous to tight. */
export interface PhaseLayout {
  readonly headC: number
  readonly stepC: number
  /** Larger where she says nothing herself. */
  readonly painC: number
  readonly quoteC: number
  /** How many pains and opportunities are told. */
  readonly pains: number
  readonly helps: number
  readonly places: boolean
  readonly steps: boolean
  readonly quote: boolean
  readonly tight: boolean
}

/** What there is to tell. */
export interface PhaseStock {
  readonly pains: number
  readonly helps: number
  readonly quote: boolean
  readonly steps: boolean
}

/** Where only a step is told it has the wall. Gives way: opportunities, pains, places, then the words and the steps; what gives way is told in no smaller type. */
export function phaseLayouts(stock: PhaseStock, quoteFrom: number): PhaseLayout[][] {
  const ways = [
    { ...stock, places: true },
    { ...stock, helps: Math.min(1, stock.helps), pains: Math.min(2, stock.pains), places: true },
    { ...stock, helps: Math.min(1, stock.helps), pains: Math.min(1, stock.pains), places: true },
    { ...stock, helps: 0, pains: Math.min(1, stock.pains), places: true },
    { ...stock, helps: 0, pains: 0, places: true },
    { ...stock, helps: 0, pains: 0, places: false },
    { ...stock, helps: 0, pains: 0, places: false, quote: false },
    { ...stock, helps: 0, pains: 0, places: false, quote: false, steps: false },
  ]
  const large = sizesDown(2, 1.6).map((stepC) => ({
    ...stock,
    places: true,
    quoteC: quoteFrom,
    headC: 2.83,
    stepC,
    painC: 1,
    tight: false,
  }))
  const usual = ways.map((way, index) =>
    sizesDown(quoteFrom, 1.6).map((quoteC, size, all) => ({
      ...way,
      quoteC,
      headC: size < all.length - 1 ? 2.4 : 1.92,
      stepC: size < all.length / 2 ? 1.41 : 1,
      painC: size < all.length / 2 && !way.quote ? 1.41 : 1,
      tight: index === ways.length - 1 && size === all.length - 1,
    })),
  )
  return isBare(stock) ? [large, ...usual] : usual
}

/** Nothing is told of a phase but what happens in it. */
export function isBare({ quote, pains, helps }: PhaseStock): boolean {
  return !quote && pains + helps === 0
}
