import type { Evidence } from '../../core/item.ts'
import { formatNumber } from '../../ui/dates.ts'
import { wordsLanguage } from '../../ui/messages.ts'
import { u } from '../../ui/stage.ts'
import { Label, We } from '../../ui/Text.tsx'
import { Strokes } from '../metric/Strokes.tsx'
import type { Stroke } from '../metric/scale.ts'
import type { Group } from './groups.ts'

export interface AnswersProps {
  readonly groups: readonly Group[]
  readonly evidence: Evidence
  readonly widthU: number
  /** Height of the strokes of one answer, u. */
  readonly heightU: number
  readonly lang: string
  readonly language: string
  readonly mirrored: boolean
}

const GAP_U = 1.5
const SMALL_GAP_U = 0.7
/** A group of few strokes still has a place for its name. */
const LEAST_U = 1.3
/** Strokes stand no further apart: few people are few strokes, not broad ones. */
const MOST_PITCH_U = 1.1

interface LineProps extends AnswersProps {
  /** False where there is no room to name them. */
  readonly named?: boolean
}

/** All strokes in one line, a gap between answers, each named under its own. */
export function AnswerLine({ groups, widthU, heightU, named = true, ...rest }: LineProps) {
  const gap = groups.length > 7 ? SMALL_GAP_U : GAP_U
  const pitch = linePitch(groups, widthU - gap * (groups.length - 1))
  return (
    <div style={{ display: 'flex', gap: u(gap), width: u(widthU), flex: 'none' }} data-rise="3">
      {groups.map((group, index) => (
        <div
          key={`${index}-${group.answer}`}
          style={{ width: u(Math.max(LEAST_U, group.strokes * pitch)), flex: 'none' }}
        >
          <div style={{ height: u(heightU) }}>
            <GroupStrokes {...rest} group={group} all={groups} pitch={pitch} heightU={heightU} />
          </div>
          {named && group.answer !== '' ? <Name {...rest} group={group} all={groups} /> : null}
        </div>
      ))}
    </div>
  )
}

/** The pitch at which all groups fill the width, u; groups of few strokes take more than theirs. */
function linePitch(groups: readonly Group[], widthU: number): number {
  let pitch = 0
  for (let narrow = -1, now = 0; now > narrow; ) {
    narrow = now
    const broad = groups.filter(({ strokes }) => strokes * pitch > LEAST_U || pitch === 0)
    const strokes = broad.reduce((sum, group) => sum + group.strokes, 0)
    pitch = Math.max(0, widthU - LEAST_U * (groups.length - broad.length)) / Math.max(1, strokes)
    now = groups.filter(({ strokes: count }) => count * pitch <= LEAST_U).length
  }
  return Math.min(MOST_PITCH_U, pitch)
}

interface NameProps {
  readonly group: Group
  readonly all: readonly Group[]
  readonly lang: string
  readonly language: string
}

function Name({ group, all, lang, language }: NameProps) {
  return (
    <>
      <We c={1} strong style={{ marginTop: u(0.55), textWrap: 'nowrap' }} lang={language}>
        {shareText(group, all, language)}
      </We>
      <Label lang={lang} strong={group.chosen} {...(group.chosen ? { style: { color: 'var(--ink)' } } : {})}>
        {group.answer}
      </Label>
    </>
  )
}

/** A letter's usual width at reading size, and the most that names take of a wall, u. */
const LETTER_U = 0.74
const MOST_NAME_U = 26
const NAMES_PART = 0.46
const SHORT_NAME_U = 2.4
const NUMBER_U = 3
/** Letters of an answer that is a mark on a scale. */
const SHORT = 3
/** Below this width names stand under their strokes. */
const STACKED_U = 40

/** One answer under another, each with its strokes from the same line, so that they can be compared. */
export function AnswerRows({ groups, widthU, ...rest }: AnswersProps) {
  const most = Math.max(1, ...groups.map((group) => group.strokes))
  const short = groups.every(({ answer }) => [...answer].length <= SHORT)
  const stacked = widthU < STACKED_U && !short
  const longest = Math.max(0, ...groups.map(({ answer }) => [...answer].length))
  const nameU = short ? SHORT_NAME_U : Math.min(MOST_NAME_U, widthU * NAMES_PART, longest * LETTER_U + 2)
  const strokesU = stacked ? widthU - NUMBER_U : widthU - nameU - NUMBER_U
  const pitch = Math.min(short ? MOST_PITCH_U : 0.56, strokesU / most)
  const Row = stacked ? StackedRow : InlineRow
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        gap: u(stacked ? 1.1 : rest.heightU < 1.5 ? 0.35 : 0.75),
        flex: 'none',
      }}
      data-rise="3"
    >
      {groups.map((group, index) => (
        <Row
          key={`${index}-${group.answer}`}
          {...rest}
          group={group}
          all={groups}
          pitch={pitch}
          nameU={nameU}
        />
      ))}
    </div>
  )
}

interface RowProps extends GroupProps, NameProps {
  readonly nameU: number
}

function InlineRow({ nameU, ...rest }: RowProps) {
  const { group, all, lang, language, heightU } = rest
  return (
    <div style={{ display: 'flex', alignItems: 'center', gap: u(1), minHeight: u(heightU) }}>
      <We c={1} lang={lang} strong={group.chosen} style={{ width: u(nameU - 1), flex: 'none' }}>
        {group.answer}
      </We>
      <GroupStrokes {...rest} />
      <We c={1} strong lang={language} style={{ textWrap: 'nowrap', flex: 'none' }}>
        {shareText(group, all, language)}
      </We>
    </div>
  )
}

function StackedRow(props: RowProps) {
  const { group, all, lang, language, heightU } = props
  return (
    <div>
      <div style={{ height: u(heightU) }}>
        <GroupStrokes {...props} />
      </div>
      <div style={{ display: 'flex', gap: u(0.7), marginTop: u(0.4) }}>
        <We c={1} strong lang={language} style={{ textWrap: 'nowrap', flex: 'none' }}>
          {shareText(group, all, language)}
        </We>
        <We c={1} lang={lang} strong={group.chosen}>
          {group.answer}
        </We>
      </div>
    </div>
  )
}

interface GroupProps {
  readonly group: Group
  readonly all: readonly Group[]
  readonly pitch: number
  readonly heightU: number
  readonly evidence: Evidence
  readonly mirrored: boolean
}

/** The chosen answer is solid and the others outlined; where none is chosen, all are solid. */
function GroupStrokes({ group, all, pitch, heightU, evidence, mirrored }: GroupProps) {
  if (group.strokes === 0) return null
  const solid = group.chosen || !all.some(({ chosen }) => chosen)
  const stroke: Stroke = solid ? { look: 'reached', part: 1 } : { look: 'promised', part: 0 }
  return (
    <Strokes
      strokes={Array.from({ length: group.strokes }, () => stroke)}
      widthU={group.strokes * pitch}
      heightU={heightU}
      evidence={evidence}
      mirrored={mirrored}
    />
  )
}

/** The group's people, or its share of a hundred. */
function shareText({ strokes, share }: Group, all: readonly Group[], language: string): string {
  const total = all.reduce((sum, group) => sum + group.strokes, 0)
  return formatNumber(total < 100 ? strokes : Math.round(share), wordsLanguage(language))
}
