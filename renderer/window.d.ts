import type { RingtrayBridge } from '../shared/ipc-contract.ts'

declare global {
  interface Window {
    /** Put there by the preload; the only way out of this window. */
    readonly ringtray: RingtrayBridge
  }
}
