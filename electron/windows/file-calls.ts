import { realpath, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { type BrowserWindow, dialog, type OpenDialogOptions, shell } from 'electron'
import type { FileCalls, SaveAnswer } from '../../renderer/core/admin/files.ts'

type Handlers = {
  readonly [Name in keyof FileCalls]: (
    ...args: Parameters<FileCalls[Name]>
  ) => Promise<ReturnType<FileCalls[Name]>>
}

export interface FileCallParts {
  /** The curator's window, above which the dialogs stand. */
  readonly window: () => BrowserWindow | undefined
  /** The content folder, absolute. */
  readonly folder: string
  /** Whether it is a file of this item, or one that a problem is about. */
  readonly isAskedFor: (file: { readonly path: string; readonly item?: string | undefined }) => boolean
}

/** The desktop's dialogs for the curator's window. */
export function fileCalls({ window, folder, isAskedFor }: FileCallParts): Handlers {
  return {
    async chooseFiles({ what }) {
      const properties: OpenDialogOptions['properties'] =
        what === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory', 'multiSelections']
      const above = window()
      const { filePaths } = await (above
        ? dialog.showOpenDialog(above, { properties })
        : dialog.showOpenDialog({ properties }))
      return filePaths
    },
    async saveFile({ name, text }) {
      const above = window()
      const options = { defaultPath: name }
      const { filePath, canceled } = await (above
        ? dialog.showSaveDialog(above, options)
        : dialog.showSaveDialog(options))
      return canceled || !filePath ? { ok: true, saved: false } : write(filePath, text)
    },
    async showFile(asked) {
      const file = isAskedFor(asked) ? await insideOf(folder, asked.path) : undefined
      if (file !== undefined) shell.showItemInFolder(file)
      return file !== undefined
    },
  }
}

async function write(file: string, text: string): Promise<SaveAnswer> {
  try {
    await writeFile(file, text)
    return { ok: true, saved: true }
  } catch (error) {
    const message = `${file} could not be written: ${error instanceof Error ? error.message : String(error)}`
    return { ok: false, message, hint: 'Choose another folder, or make room on the disk.' }
  }
}

/** The real path of a file of the folder; undefined for what is not there, or leads out of it. */
async function insideOf(folder: string, path: string): Promise<string | undefined> {
  try {
    const [real, top] = await Promise.all([realpath(join(folder, path)), realpath(folder)])
    return real === top || real.startsWith(`${top}${sep}`) ? real : undefined
  } catch {
    return undefined
  }
}
