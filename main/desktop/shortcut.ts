import { globalShortcut } from 'electron'

/** One key combination that reaches us from any program. */
export interface Shortcut {
  /** Replaces the one before; null: none. */
  set(accelerator: string | null): void
  /** `taken`: another program has it, or the system gives none away. */
  state(): 'active' | 'taken' | 'off'
  release(): void
}

export function createShortcut(onPressed: () => void): Shortcut {
  let current: string | null = null
  let state: 'active' | 'taken' | 'off' = 'off'

  function release() {
    if (state === 'active' && current !== null) globalShortcut.unregister(current)
  }

  return {
    set(accelerator) {
      if (accelerator === current && state !== 'taken') return
      release()
      current = accelerator
      state = accelerator === null ? 'off' : register(accelerator, onPressed)
    },
    state: () => state,
    release,
  }
}

function register(accelerator: string, onPressed: () => void): 'active' | 'taken' {
  try {
    return globalShortcut.register(accelerator, onPressed) ? 'active' : 'taken'
  } catch {
    // Not a combination that Electron knows: nobody can press it.
    return 'taken'
  }
}
