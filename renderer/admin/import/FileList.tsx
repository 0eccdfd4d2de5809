import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { ImportPlan, PlannedFile } from '../../core/admin/import.ts'
import { KINDS } from '../../kinds/index.ts'
import { Check } from '../kit/Check.tsx'
import { Choice } from '../kit/Choice.tsx'
import { useFormats, useWords } from '../words/use-words.ts'
import { type Given, give } from './import-state.ts'

interface Props {
  readonly plan: ImportPlan
  readonly given: Given
}

/** px, roughly. */
const ROW = 56

/**
 * Every file with the place that it goes to; there may be thousands, of which those in sight are drawn. For the Tab key it
 * is one stop, for nobody passes by ten thousand boxes; arrows, Home and End go from file to file.
 */
export function FileList({ plan: { files }, given }: Props) {
  const box = useRef<HTMLDivElement>(null)
  // What is in the folder already takes no answer, and no focus.
  const open = useMemo(() => files.flatMap(({ state }, at) => (state === 'identical' ? [] : [at])), [files])
  const [current, setCurrent] = useState(open[0] ?? 0)
  const isMoving = useRef(false)
  const rows = useVirtualizer({
    count: files.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 8,
    // However far somebody has scrolled, the keys come back to where they were.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), current])].sort((a, b) => a - b),
  })
  useEffect(() => {
    if (!isMoving.current) return
    isMoving.current = false
    box.current?.querySelector<HTMLElement>(`[data-index="${current}"] input`)?.focus({ preventScroll: true })
  }, [current])

  function move(event: KeyboardEvent): void {
    const to = open[targetOf(event.key, open.indexOf(current), open.length) ?? -1]
    if (to === undefined || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    isMoving.current = to !== current
    setCurrent(to)
    rows.scrollToIndex(to)
  }

  const drawn = rows.getVirtualItems()
  return (
    <div ref={box} className="file-list">
      <ul style={{ height: rows.getTotalSize() }} onKeyDownCapture={move}>
        {drawn.map(({ index, start }) => {
          const file = files[index]
          return file === undefined ? null : (
            <li
              key={file.id}
              ref={rows.measureElement}
              data-index={index}
              style={{ transform: `translateY(${start}px)` }}
              onFocusCapture={() => setCurrent(index)}
              aria-setsize={files.length}
              aria-posinset={index + 1}
            >
              <FileRow file={file} given={given} isCurrent={index === current} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function targetOf(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1)
  if (key === 'ArrowUp') return Math.max(at - 1, 0)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}

interface RowProps {
  readonly file: PlannedFile
  readonly given: Given
  /** The one that the Tab key comes to. */
  readonly isCurrent: boolean
}

function FileRow({ file, given, isCurrent }: RowProps) {
  const { imports: words } = useWords()
  const formats = useFormats()
  const { id, name, to, bytes, state } = file
  const isTaken = state !== 'identical' && !given.leaveOut.includes(id)
  function take(isWanted: boolean): void {
    const others = given.leaveOut.filter((each) => each !== id)
    give({ leaveOut: isWanted ? others : [...others, id] })
  }
  return (
    <div className={isTaken ? 'file' : 'file left'}>
      <Check
        aria-label={words.takeFile(name)}
        excludeFromTabOrder={!isCurrent}
        isSelected={isTaken}
        isDisabled={state === 'identical'}
        onChange={take}
      />
      <div className="what">
        <p className="title">
          <bdi>{name}</bdi>
        </p>
        <p className="quiet">
          {words.to} <bdi>{to}</bdi> · {formats.bytes(bytes)}
          {state === 'new' ? '' : ` · ${words.state[state]}`}
        </p>
      </div>
      <FileKind file={file} given={given} isCurrent={isCurrent} />
    </div>
  )
}

function FileKind({ file, given, isCurrent }: RowProps) {
  const { imports: words, kinds } = useWords()
  const { id, name, kind, kindBy } = file
  const nameOf = (each: string): string => kinds[each] ?? each
  if (kindBy !== 'unknown')
    return (
      <p className="kind">
        {kind === undefined ? '' : nameOf(kind)} <span className="quiet">{words.by[kindBy]}</span>
      </p>
    )
  return (
    <Choice
      label={words.kindOf(name)}
      excludeFromTabOrder={!isCurrent}
      value={given.kinds[id] ?? ''}
      options={[
        ...(given.kinds[id] === undefined ? [{ value: '', label: words.kindUnknown }] : []),
        ...KINDS.map((each) => ({ value: each as string, label: nameOf(each) })),
      ]}
      onChange={(chosen) => chosen !== '' && give({ kinds: { ...given.kinds, [id]: chosen } })}
    />
  )
}
