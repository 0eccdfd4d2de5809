import { useEffect, useState } from 'react'
import { tell } from '../kit/tell.ts'
import { go } from '../shell/route.ts'
import { useWords } from '../words/use-words.ts'
import { isBusy, lookAt } from './import-state.ts'

/** Put there by the host: a page is not told where a file lies. */
interface Files {
  pathOf(file: File): string
}

/** Files may be dropped anywhere on the window; true while some are held over it. */
export function useDrop(): boolean {
  const { imports: words } = useWords()
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent): void => setOver(hasFiles(event))
    const out = (event: DragEvent): void => {
      // Leaving one element for another inside the window is no leaving.
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      setOver(false)
      if (hasFiles(event)) take([...(event.dataTransfer?.files ?? [])], words)
    }
    document.addEventListener('dragover', over)
    document.addEventListener('dragleave', out)
    document.addEventListener('drop', drop)
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('dragleave', out)
      document.removeEventListener('drop', drop)
    }
  }, [words])
  return isOver
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false
}

function take(dropped: readonly File[], words: { readonly busy: string; readonly noPath: string }): void {
  if (isBusy()) return tell({ type: 'said', text: words.busy })
  const { files } = window as { readonly files?: Files }
  const paths = dropped.map((file) => files?.pathOf(file) ?? '').filter((path) => path !== '')
  if (paths.length === 0) return tell({ type: 'said', text: words.noPath })
  go('import')
  void lookAt(paths)
}
