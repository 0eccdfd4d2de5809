import { useEffect, useId, useRef } from 'react'
import { drawPencil, FOOT_U, inTurn, sketchSize } from './pencil-picture.ts'

interface PencilPictureProps {
  readonly src: string
  readonly alt: string
  readonly widthPx: number
  readonly heightPx: number
  readonly u: number
  /** The picture is cut at its foot, where no line is drawn. */
  readonly bleeds: boolean
}

/**
 * A picture as a pencil sketch of itself: outlines drawn twice, shadows ruled. Drawn once on a canvas, since a filter that
 * stays on an element is computed anew in every frame of a movement. `data-pending` is there until it is drawn.
 */
export function PencilPicture({ src, alt, widthPx, heightPx, u, bleeds }: PencilPictureProps) {
  const id = `pencil${useId().replace(/\W/g, '')}`
  const ref = useRef<HTMLCanvasElement>(null)
  const footU = bleeds ? FOOT_U : 0
  const { width, height, u: sketchU } = sketchSize(widthPx, heightPx, u, footU)
  useEffect(() => {
    const canvas = ref.current
    if (!canvas) return
    const image = new Image()
    let gone = false
    image.src = src
    image.decode().then(
      () => {
        inTurn(function* () {
          if (gone) return
          canvas.width = width
          canvas.height = height
          yield* drawPencil(canvas, image, { id, u: sketchU, footU })
          canvas.removeAttribute('data-pending')
        })
      },
      () => canvas.setAttribute('data-pending', 'failed'),
    )
    return () => {
      gone = true
    }
  }, [src, id, width, height, sketchU, footU])
  return (
    <>
      <PencilFilters id={id} u={sketchU} />
      <canvas
        ref={ref}
        {...(alt === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': alt })}
        style={{ height: `calc(100% + ${footU} * var(--u))` }}
        data-pending=""
      />
    </>
  )
}

/** Edges where neighbouring colours differ, darkness where a shadow is, and two hands that waver. Radii in px. */
function PencilFilters({ id, u }: { readonly id: string; readonly u: number }) {
  const whole = { x: '0', y: '0', width: '100%', height: '100%', colorInterpolationFilters: 'sRGB' } as const
  return (
    <svg width="0" height="0" aria-hidden="true" style={{ width: 0, height: 0 }}>
      <filter id={`${id}edges`} {...whole}>
        {/* Three mixtures of the channels tell any two colours of a drawing apart. */}
        <Edge mix="0.9 0.1 0 0 0" radius={u * 0.04} result="a" />
        <Edge mix="0 0.2 0.8 0 0" radius={u * 0.04} result="b" />
        <Edge mix="0 0 0 1 0" radius={u * 0.04} result="c" />
        <feMerge>
          <feMergeNode in="a" />
          <feMergeNode in="b" />
          <feMergeNode in="c" />
        </feMerge>
        <feComponentTransfer>
          <feFuncA type="linear" slope="9" intercept="-0.35" />
        </feComponentTransfer>
      </filter>
      <filter id={`${id}dark`} {...whole}>
        {/* Alpha becomes darkness: opaque minus luminance, sharpened to all or nothing. */}
        <feColorMatrix values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  -0.3 -0.59 -0.11 1 0" />
        <feComponentTransfer>
          <feFuncA type="linear" slope="14" intercept="-8.9" />
        </feComponentTransfer>
      </filter>
      <Hand id={`${id}firm`} waver={u * 0.3} seed={4} frequency={0.55 / u} />
      <Hand id={`${id}light`} waver={u * 0.5} seed={9} frequency={0.6 / u} />
    </svg>
  )
}

/** The edges of one mixture of channels: its dilation minus its erosion. */
function Edge({
  mix,
  radius,
  result,
}: {
  readonly mix: string
  readonly radius: number
  readonly result: string
}) {
  const value = `${result}value`
  return (
    <>
      <feColorMatrix in="SourceGraphic" values={`0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  ${mix}`} result={value} />
      <feMorphology in={value} operator="dilate" radius={radius} result={`${result}out`} />
      <feMorphology in={value} operator="erode" radius={radius} result={`${result}in`} />
      <feComposite
        in={`${result}out`}
        in2={`${result}in`}
        operator="arithmetic"
        k2={1}
        k3={-1}
        result={result}
      />
    </>
  )
}

interface HandProps {
  readonly id: string
  /** How far it strays, px. */
  readonly waver: number
  readonly seed: number
  readonly frequency: number
}

function Hand({ id, waver, seed, frequency }: HandProps) {
  return (
    <filter id={id} x="0" y="0" width="100%" height="100%" colorInterpolationFilters="sRGB">
      <feTurbulence type="fractalNoise" baseFrequency={frequency} numOctaves={2} seed={seed} result="noise" />
      <feDisplacementMap
        in="SourceGraphic"
        in2="noise"
        scale={waver}
        xChannelSelector="R"
        yChannelSelector="G"
      />
    </filter>
  )
}
