import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { RequestName, Requests } from '../../shared/ipc-contract.ts'
import type { Log } from '../log.ts'
import { isRequestName, requestShapes } from './request-shapes.ts'

export type Handlers = {
  [N in RequestName]: (...args: Requests[N]['args']) => Promise<Requests[N]['result']> | Requests[N]['result']
}

export interface ServeRequestsOptions {
  handlers: Handlers
  /** Origins of our own pages. */
  origins: string[]
  log: Log
}

/** Answers our own pages, and only what the contract names in the shape that it gives. */
export function serveRequests({ handlers, origins, log }: ServeRequestsOptions): void {
  ipcMain.handle('ringtray:request', async (event, name: unknown, args: unknown) => {
    if (
      !isOurPage(event, origins) ||
      !isRequestName(name) ||
      !Array.isArray(args) ||
      !requestShapes[name](args)
    ) {
      log.warn('ipc.refused', 'A page sent a request that is not in the contract')
      throw new Error('Ringtray does not know this request.')
    }
    // The shape was just checked for this name; TypeScript cannot tie the two together.
    const handle = handlers[name] as (...args: unknown[]) => unknown
    return handle(...args)
  })
}

/** Only the top frame of one of our windows: a frame inside it could be anybody's. */
function isOurPage({ senderFrame, sender }: IpcMainInvokeEvent, origins: string[]): boolean {
  return (
    senderFrame !== null && senderFrame === sender.mainFrame && origins.includes(originOf(senderFrame.url))
  )
}

function originOf(url: string): string {
  if (!URL.canParse(url)) return ''
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}`
}
