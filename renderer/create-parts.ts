import { createContext, use } from 'react'

/** What a window's main.tsx wires together once, for all its views. `name` is the window's. */
export function createParts<Parts>(name: string) {
  const PartsContext = createContext<Parts | null>(null)

  function useParts(): Parts {
    const parts = use(PartsContext)
    if (parts === null) throw new Error(`The parts of the ${name} are used outside their provider`)
    return parts
  }

  return { PartsProvider: PartsContext.Provider, useParts }
}
