import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { Bridge, Snapshot } from '../renderer/core/contract.ts'
import { CALL, SNAPSHOT } from './channels.ts'

const bridge: Bridge = {
  call: (name, ...args) => ipcRenderer.invoke(CALL, name, args),
  subscribe(listener) {
    const pass = (_event: IpcRendererEvent, snapshot: Snapshot): void => listener(snapshot)
    ipcRenderer.on(SNAPSHOT, pass)
    return () => void ipcRenderer.off(SNAPSHOT, pass)
  },
}

contextBridge.exposeInMainWorld('room', bridge)
