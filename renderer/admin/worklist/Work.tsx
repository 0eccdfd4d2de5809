import type { WorkEntry } from '../../core/admin/work-list.ts'
import { bridge } from '../bridge.ts'
import { Button } from '../kit/Button.tsx'
import { tell } from '../kit/tell.ts'
import { routeTo } from '../shell/route.ts'
import { useSpoken } from '../words/use-spoken.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { PictureRemedy } from './PictureRemedy.tsx'
import { RemedyForm } from './RemedyForm.tsx'

/** One line of work: what is the matter, where, and what can be done about it. */
export function Work({ entry }: { readonly entry: WorkEntry }) {
  const { worklist: words, kinds } = useWords()
  const formats = useFormats()
  const spoken = useSpoken()
  const { title, path, line, kind, items, ids, message, hint, severity, remedy, field } = entry
  return (
    <section className="work" aria-label={title ?? path} tabIndex={-1}>
      <h2 className="lead">
        <bdi>{title ?? path}</bdi>
      </h2>
      <p className="quiet">
        {kind === undefined ? '' : `${kinds[kind] ?? kind} · `}
        {items > 0 ? `${words.items(formats.number(items), items === 1)} · ` : ''}
        <bdi>{path}</bdi>, {words.line(line)}
        {field === undefined ? '' : `, ${field}`}
      </p>
      <p>
        {severity === 'error' ? <strong className="signal">{words.severity.error}: </strong> : null}
        {spoken(message)}
      </p>
      {hint === '' ? null : <p className="quiet">{spoken(hint)}</p>}
      <p className="links">
        <Button weight="plain" onPress={() => void show({ path, item: ids[0] }, words.noFile)}>
          {words.openFile}
        </Button>
        {ids[0] === undefined ? null : <a href={routeTo('library', ids[0])}>{words.toItem}</a>}
      </p>
      <h3>{words.remedy[remedy.type]}</h3>
      <RemedyForm entry={entry} />
      {kind === 'photo' && remedy.type !== 'remove' ? <PictureRemedy entry={entry} /> : null}
    </section>
  )
}

async function show(file: { path: string; item: string | undefined }, missing: string): Promise<void> {
  const isThere = await bridge.call('showFile', file).catch(() => false)
  if (!isThere) tell({ type: 'said', text: missing })
}
