import { type FormEvent, useEffect, useState } from 'react'
import { MAX_CLIP_SECONDS } from '../../core/clip-limits.ts'
import { bridge } from '../bridge.ts'
import { Button } from '../kit/Button.tsx'
import { change } from '../kit/change.ts'
import { Field } from '../kit/Field.tsx'
import { Waiting } from '../kit/States.tsx'
import { useMirror } from '../mirror.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { partOf, readPoints, withPoints } from './clip-points.ts'

/** A recording that is longer than anybody stands before a wall: the part of it that is heard, in its own file. */
export function ClipRemedy({ path }: { readonly path: string }) {
  const { worklist: words } = useWords()
  const revision = useMirror((mirror) => mirror.snapshot?.revision)
  const [file, setFile] = useState<{ readonly path: string; readonly text: string } | 'none'>()
  useEffect(() => {
    void revision
    let isLate = false
    void fileBeside(path).then((found) => isLate || setFile(found ?? 'none'))
    return () => {
      isLate = true
    }
  }, [path, revision])
  if (file === undefined) return <Waiting />
  if (file === 'none') return <p>{words.noClipFile}</p>
  return <Points key={file.text} {...file} />
}

function Points({ path, text }: { readonly path: string; readonly text: string }) {
  const { worklist: words } = useWords()
  const formats = useFormats()
  const [points, setPoints] = useState(() => readPoints(path, text))
  const seconds = partOf(points)
  const fits = seconds !== undefined && seconds <= MAX_CLIP_SECONDS
  function save(event: FormEvent): void {
    event.preventDefault()
    if (fits) void change({ type: 'text', path, base: text, text: withPoints(path, text, points) })
  }
  return (
    <form className="form" onSubmit={save}>
      <p>{words.clipHint}</p>
      <div className="row">
        <Field
          label={words.clipFrom}
          value={points.from}
          onChange={(from) => setPoints({ ...points, from })}
        />
        <Field label={words.clipTo} value={points.to} onChange={(to) => setPoints({ ...points, to })} />
      </div>
      <p className="quiet tabular" aria-live="polite">
        {seconds === undefined
          ? words.clipOpen
          : fits
            ? words.clipOf(formats.number(Math.round(seconds)))
            : words.clipLong(formats.number(MAX_CLIP_SECONDS / 60))}
      </p>
      <p className="quiet">
        <bdi>{path}</bdi>
      </p>
      <Button type="submit" weight="main" isDisabled={!fits}>
        {words.clipDo}
      </Button>
    </form>
  )
}

/** Where what is said of a recording stands. */
async function fileBeside(path: string): Promise<{ path: string; text: string } | undefined> {
  const stem = path.replace(/\.[^./]+$/, '')
  for (const each of ['md', 'yaml', 'yml'].map((ending) => `${stem}.${ending}`)) {
    const answer = await bridge.call('fileText', { path: each }).catch(() => undefined)
    if (answer?.ok) return { path: each, text: answer.text }
  }
  return undefined
}
