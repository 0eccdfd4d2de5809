import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
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

/** Every file with the place that it goes to; there may be thousands, of which those in sight are drawn. */
export function FileList({ plan: { files }, given }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: files.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 8,
  })
  const drawn = rows.getVirtualItems()
  return (
    <div ref={box} className="file-list">
      <ul style={{ height: rows.getTotalSize() }}>
        {drawn.map(({ index, start }) => {
          const file = files[index]
          return file === undefined ? null : (
            <li
              key={file.id}
              ref={rows.measureElement}
              data-index={index}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={files.length}
              aria-posinset={index + 1}
            >
              <FileRow file={file} given={given} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function FileRow({ file, given }: { readonly file: PlannedFile; readonly given: Given }) {
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
      <FileKind file={file} given={given} />
    </div>
  )
}

function FileKind({ file, given }: { readonly file: PlannedFile; readonly given: Given }) {
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
      value={given.kinds[id] ?? ''}
      options={[
        ...(given.kinds[id] === undefined ? [{ value: '', label: words.kindUnknown }] : []),
        ...KINDS.map((each) => ({ value: each as string, label: nameOf(each) })),
      ]}
      onChange={(chosen) => chosen !== '' && give({ kinds: { ...given.kinds, [id]: chosen } })}
    />
  )
}
