import type { Item, Media } from '../../core/item.ts'
import { direction, sentences, wordCount } from '../../core/text.ts'
import { formatNumber } from '../../ui/dates.ts'
import { BustHole, bleeds, Figure, figureWidth, Photo, photoSize } from '../../ui/Figure.tsx'
import { Frame } from '../../ui/Frame.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { Slide } from '../../ui/Slide.tsx'
import { useStage } from '../../ui/StageBox.tsx'
import { commaAfter, textLanguage } from '../../ui/script.ts'
import type { SlideProps } from '../../ui/slide-props.ts'
import { strengthLine } from '../../ui/source-line.ts'
import { cutOffset, type Grid, u } from '../../ui/stage.ts'
import { Label, They, We } from '../../ui/Text.tsx'
import { useFit } from '../../ui/use-fit.ts'
import type { PersonaBody } from './schema.ts'
import {
  breaksAtSentences,
  type Fact,
  type PersonaLayout,
  personaFacts,
  personaLayouts,
} from './slide-layouts.ts'

type PersonaItem = Item<'persona', PersonaBody>

/** A persona: her paper and her bust, her sentence, her name, two facts. */
export function PersonaSlide(props: SlideProps<PersonaItem>) {
  const { item, cast, room, pass, stage, onUnfit } = props
  const { body, envelope } = item
  const { grid } = useStage()
  const sentence = body.quote ?? body.need ?? body.name
  const lang = textLanguage(sentence, envelope.lang, room.language)
  const dir = direction(sentence)
  const evidence = envelope.evidence ?? 'assumption'
  const guess = body.quote === undefined || evidence === 'assumption'
  const facts = personaFacts(body, evidence === 'assumption', lang)
  const shape = personaShape(grid, stage.shape === 'portrait')
  const { ref, layout } = useFit(personaLayouts(sentence, lang), {
    key: `${item.id} ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
    words: wordCount(sentence),
    onUnfit,
  })
  const source = strengthLine(envelope, room.language, { composite: body.composite })
  return (
    <Slide ref={ref} lang={lang} dir={dir}>
      <PersonaPaper
        item={item}
        paper={cast[0]?.paper ?? 'straw'}
        side={paperSide(shape.portrait, dir)}
        shape={shape}
      />
      <div className="at" data-fit="" style={textBox(shape)}>
        <div data-fit="" style={{ maxHeight: `${layout.share * 100}%` }}>
          <They
            text={layout.text}
            c={layout.c}
            lang={lang}
            para={layout.para}
            guess={guess}
            tight={layout.keptWords !== undefined}
            breaks={!layout.para && breaksAtSentences(sentences(layout.text, lang), 4)}
            rise={1}
          />
        </div>
        <About body={body} facts={facts} layout={layout} lang={lang} />
      </div>
      <Frame
        evidence={evidence}
        {...source}
        room={room}
        pass={pass}
        short={!shape.portrait}
        widthU={shape.portrait ? undefined : shape.textU}
      />
    </Slide>
  )
}

interface PersonaShape {
  readonly portrait: boolean
  /** Width of the paper at a side, height at the top, u. */
  readonly paperU: number
  readonly textU: number
  readonly topU: number
  readonly bottomU: number
  readonly grid: Grid
}

/** Her paper is 25 u wide, 18 on 4:3 and no more than 40 % of a small wall; on an ultra-wide wall it takes what text leaves. */
function personaShape(grid: Grid, portrait: boolean): PersonaShape {
  const { widthU, heightU, startU } = grid
  if (portrait) {
    const paperU = Math.min(28.4, heightU * 0.448)
    return { portrait, paperU, textU: grid.liveU, topU: paperU + 2.2, bottomU: 7.2, grid }
  }
  const aspect = widthU / heightU
  const usual = aspect < 1.5 ? 18 : 25
  const paperU = aspect > 1.95 ? Math.max(usual, widthU - startU - 34.7) : Math.min(usual, widthU * 0.4)
  return { portrait, paperU, textU: widthU - startU - paperU - 1.9, topU: grid.topU, bottomU: 5, grid }
}

function paperSide(portrait: boolean, dir: 'ltr' | 'rtl'): 'left' | 'right' | 'top' {
  if (portrait) return 'top'
  return dir === 'rtl' ? 'left' : 'right'
}

function textBox(shape: PersonaShape) {
  return {
    insetInlineStart: 'var(--ms)',
    width: u(shape.textU),
    top: u(shape.topU),
    bottom: u(shape.bottomU),
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'space-between',
    gap: u(1.2),
  } as const
}

interface PaperProps {
  readonly item: PersonaItem
  readonly paper: Parameters<typeof Sheet>[0]['paper']
  readonly side: 'left' | 'right' | 'top'
  readonly shape: PersonaShape
}

function PersonaPaper({ item, paper, side, shape }: PaperProps) {
  const evidence = item.envelope.evidence ?? 'assumption'
  const { grid, paperU } = shape
  const cut = u(cutOffset(grid.widthU))
  const clip = {
    left: 0,
    right: 0,
    top: 0,
    height: u(paperU),
    clipPath: `polygon(0 0, 100% 0, 100% calc(100% - ${cut}), 0 100%)`,
  }
  return (
    <div className="at" style={{ inset: 0 }} data-sheet="">
      <Sheet side={side} sizeU={paperU} paper={paper} evidence={evidence} />
      <div className="at" style={side === 'top' ? clip : { inset: 0 }}>
        <Bust item={item} side={side} shape={shape} media={item.media['portrait']} />
      </div>
    </div>
  )
}

function Bust({
  item,
  side,
  shape,
  media,
}: {
  item: PersonaItem
  side: PaperProps['side']
  shape: PersonaShape
  media: Media | undefined
}) {
  const { grid, paperU } = shape
  const top = side === 'top'
  const heightU = top ? paperU - 2 : Math.min(grid.heightU * 0.96, (paperU * 1.09 * 1080) / 860)
  const alt = item.envelope.alt ?? item.body.name
  const evidence = item.envelope.evidence ?? 'assumption'
  if (media && (media.cutout === false || !bleeds(media))) {
    const box = top
      ? { widthU: grid.widthU * 0.7, heightU: paperU - 5 }
      : { widthU: paperU * 0.7, heightU: grid.heightU * 0.62 }
    const centre = centred(side, paperU)
    if (media.cutout === false) return <Photo media={media} alt={alt} {...box} style={centre} />
    return (
      <Figure
        media={media}
        evidence={evidence}
        alt={alt}
        heightU={photoSize(media, box.widthU, box.heightU).heightU}
        style={centre}
      />
    )
  }
  const width = media ? figureWidth(media, heightU) : (heightU * 860) / 1080
  const inset = Math.min(1, paperU * 0.04) + Math.max(0, (paperU - 25) / 2)
  const style = top ? { left: u((grid.widthU - width) / 2), bottom: 0 } : { [side]: u(inset), bottom: 0 }
  if (!media) return <BustHole heightU={heightU} style={style} />
  return <Figure media={media} evidence={evidence} alt={alt} heightU={heightU} style={style} />
}

/** A picture that is whole stands free, in the middle of the paper. */
function centred(side: PaperProps['side'], paperU: number) {
  if (side === 'top') return { left: '50%', translate: '-50%', bottom: u(2.8) }
  return { [side]: u(paperU * 0.46), top: '50%', translate: `${side === 'right' ? '' : '-'}50% -50%` }
}

interface AboutProps {
  readonly body: PersonaBody
  readonly facts: readonly Fact[]
  readonly layout: PersonaLayout
  readonly lang: string
}

function About({ body, facts, layout, lang }: AboutProps) {
  const name =
    body.age === undefined
      ? body.name
      : `${body.name}${commaAfter(body.name, lang)}${formatNumber(body.age, lang)}`
  const line = body.description ?? body.occupation
  const shown = facts.slice(0, layout.facts)
  return (
    <div>
      <div data-rise="2">
        <We c={1.41} strong>
          {name}
        </We>
        {layout.description && line ? <We c={1}>{line}</We> : null}
      </div>
      {shown.length > 0 ? (
        <div
          style={{ display: 'grid', gridTemplateColumns: `repeat(2, 1fr)`, gap: u(1.6), marginTop: u(1.2) }}
        >
          {shown.map((fact, index) => (
            <div key={fact.label} data-rise={index + 3}>
              <Label strong style={{ lineHeight: 1.5 }}>
                {fact.label}
              </Label>
              <We c={1} style={{ lineHeight: 1.27 }}>
                {fact.text}
              </We>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  )
}
