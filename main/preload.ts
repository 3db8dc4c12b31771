import { contextBridge, ipcRenderer } from 'electron'
import type { RingtrayBridge } from '../shared/ipc-contract.ts'

// The whole of what a page can reach. Names and shapes are checked on the other side: this side is the page's.
const bridge: RingtrayBridge = {
  request: (name, ...args) => ipcRenderer.invoke('ringtray:request', name, args),
  on(name, listener) {
    const forward: Parameters<typeof ipcRenderer.on>[1] = (_event, announced, announcement) => {
      if (announced === name) listener(announcement)
    }
    ipcRenderer.on('ringtray:announcement', forward)
    return () => ipcRenderer.off('ringtray:announcement', forward)
  },
}

contextBridge.exposeInMainWorld('ringtray', bridge)
