import type { ChairVerbatim } from '../../core/chair/view.ts'
import { EVIDENCE, type Evidence } from '../../core/item.ts'
import { direction, wordCount } from '../../core/text.ts'
import { formatDate, formatNumber } from '../../ui/dates.ts'
import { apart } from '../../ui/isolate.ts'
import { messages, wordsLanguage } from '../../ui/messages.ts'
import { useStage } from '../../ui/StageBox.tsx'
import { textLanguage } from '../../ui/script.ts'
import { u } from '../../ui/stage.ts'
import { Head, Label, They, We } from '../../ui/Text.tsx'
import { useFit } from '../../ui/use-fit.ts'
import { GuessLine } from './GuessLine.tsx'
import { MeetingSlide } from './MeetingSlide.tsx'
import { NoEvidence } from './NoEvidence.tsx'
import { chosenVerbatims, type RevealLayout, revealLayouts, withinWords } from './reveal-layouts.ts'
import type { SceneOf, SceneProps } from './scene-props.ts'
import { chairWords } from './words.ts'

/** What the room guessed, what was measured, and what customers said, one against the majority among them. */
export function Reveal(props: SceneProps<'reveal'>) {
  const { figure, verbatims } = props.scene
  return figure || verbatims.length > 0 ? <Evidenced {...props} /> : <NoEvidence {...props} />
}

function Evidenced(props: SceneProps<'reveal'>) {
  const { scene, room, chair, screen } = props
  const { stage, grid } = useStage()
  const { verbatims, guesses, figure, persona } = scene
  const hasLine = guesses.length > 0 || figure !== undefined
  const ids = verbatims.map(({ itemId, text }) => `${itemId} ${text.length}`).join()
  const { ref, layout } = useFit(revealLayouts(verbatims.length, hasLine), {
    key: `${chair.sceneId} ${ids} ${stage.widthPx}x${stage.heightPx} ${stage.u}`,
    words: verbatims.reduce((sum, { text }) => sum + wordCount(text), 0),
    onUnfit: () => undefined,
  })
  const dir = direction(scene.question)
  return (
    <MeetingSlide
      props={props}
      dir={dir}
      slideRef={ref}
      foot={sourceOf(props)}
      style={{ gap: u(1), justifyContent: 'space-between' }}
    >
      <Headline {...props} layout={layout} />
      {hasLine ? (
        <div data-rise="2">
          <GuessLine
            guesses={guesses}
            widthU={Math.min(grid.liveU, 56)}
            heightU={layout.lineU}
            figure={figure?.value}
            paper={persona.paper}
            ends={scene.ends}
            language={room.language}
            isMirrored={dir === 'rtl'}
            isStill={screen.reducedMotion}
          />
          <Legend {...props} />
        </div>
      ) : null}
      <div
        data-rise="3"
        data-paper={persona.paper}
        style={{
          display: 'grid',
          gridTemplateColumns: stage.shape === 'portrait' || layout.count === 1 ? '1fr' : '1fr 1fr',
          columnGap: u(3.2),
          rowGap: u(1.1),
        }}
      >
        {chosenVerbatims(verbatims, layout.count).map((verbatim) => (
          <Verbatim
            key={`${verbatim.itemId} ${verbatim.text}`}
            {...props}
            verbatim={verbatim}
            layout={layout}
          />
        ))}
      </div>
    </MeetingSlide>
  )
}

/** The question leads, and both numbers follow it: on its line, unless it runs the other way. */
function Headline({ scene, room, layout }: SceneProps<'reveal'> & { readonly layout: RevealLayout }) {
  const said = numbersSaid(scene, room.language).join(' ')
  const question = withinWords(scene.question, room.language, layout.words && 24)
  const lines = direction(question) === direction(said) ? [`${question} ${said}`.trim()] : [question, said]
  return (
    <div data-rise="1">
      {lines.map((line) =>
        layout.headC >= 1.92 ? (
          <Head key={line} c={layout.headC}>
            {line}
          </Head>
        ) : (
          <We key={line} c={layout.headC} strong>
            {line}
          </We>
        ),
      )}
    </div>
  )
}

/** A number stays with what it says. */
const NO_BREAK = '\u00a0'

/** "You said 7. They said 2." */
export function numbersSaid(
  { guess, figure }: Pick<SceneOf<'reveal'>, 'guess' | 'figure'>,
  language: string,
): string[] {
  const words = chairWords(language)
  const number = (value: number): string => formatNumber(Math.round(value * 10) / 10, language)
  const whole = (sentence: string): string => sentence.replaceAll(' ', NO_BREAK)
  const you = guess === undefined ? [] : [whole(words.youSaid(number(guess)))]
  if (!figure) return you
  const value = number(figure.value)
  return [...you, whole(figure.asks.type === 'answer' ? words.theySaid(value) : words.itIs(value))]
}

/** What the squares are, and what the flag counts: colour and shape never speak alone. */
function Legend({ scene, room }: SceneProps<'reveal'>) {
  const words = chairWords(room.language)
  const { guesses } = scene
  const count = guesses.length === 0 ? undefined : words.guessed(guesses.length)
  return (
    <div className="legend">
      {scene.figure ? (
        <i className="evidence chip" data-paper={scene.persona.paper} aria-hidden="true" />
      ) : null}
      <We c={1}>{figureText(scene, room.language) ?? words.nobodyMeasured}</We>
      {count === undefined ? null : <Label lang={room.language}>{count}</Label>}
    </div>
  )
}

function figureText({ figure }: SceneOf<'reveal'>, language: string): string | undefined {
  if (!figure) return undefined
  const words = chairWords(language)
  const { asks, value, written, n } = figure
  const number = formatNumber(Math.round(value * 10) / 10, language)
  return asks.type === 'of-ten'
    ? words.ofTen(number, asks.phrase)
    : words.answered(written, n === undefined ? undefined : formatNumber(n, language), asks.answer)
}

interface VerbatimProps extends SceneProps<'reveal'> {
  readonly verbatim: ChairVerbatim
  readonly layout: RevealLayout
}

function Verbatim({ verbatim, layout, room }: VerbatimProps) {
  const words = chairWords(room.language)
  const lang = textLanguage(verbatim.text, verbatim.lang, room.language)
  const date = verbatim.captured && formatDate(verbatim.captured, wordsLanguage(room.language))
  const parts = [verbatim.who, verbatim.channel, verbatim.source, date].filter(
    (part) => part !== undefined && part !== '',
  )
  return (
    <div>
      <They
        text={withinWords(verbatim.text, lang, layout.words)}
        c={layout.c}
        lang={lang}
        para={layout.c < 1.2}
        tight={layout.words !== undefined}
        style={{ textAlign: 'start', ...(layout.c < 1.2 ? {} : { lineHeight: 1.24, fontWeight: 430 }) }}
      />
      <Label
        lang={room.language}
        dir={direction(verbatim.text)}
        style={{ marginTop: u(0.5), textAlign: 'start' }}
      >
        {apart(parts.map(String)).join(', ')}
        {parts.length > 0 && verbatim.isAgainst ? '. ' : null}
        {verbatim.isAgainst ? <b>{words.against}</b> : null}
      </Label>
    </div>
  )
}

/** How sure we are of the least sure of it, which way most of it speaks, and where the figure is from. */
function sourceOf({ scene, room }: SceneProps<'reveal'>) {
  const { verbatims, figure, majority } = scene
  const known = verbatims.flatMap(({ evidence }) => evidence ?? [])
  const evidence: Evidence | undefined = EVIDENCE.find((each) => known.includes(each))
  const measured = [figure?.source, figure?.period && formatDate(figure.period, wordsLanguage(room.language))]
  const told = majority && chairWords(room.language).majority(majority.tone, majority.count, majority.of)
  const rest = [told, measured.filter(Boolean).join(', ')].filter(Boolean).join('. ')
  return { evidence, lead: evidence && messages(room.language).evidence[evidence], rest }
}
