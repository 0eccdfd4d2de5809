import { contextBridge, webUtils } from 'electron'
import './preload.ts'

/** The curator's window drops files on itself, and a page is not told where a file lies; the wall has no use for that. */
contextBridge.exposeInMainWorld('files', { pathOf: (file: File) => webUtils.getPathForFile(file) })
