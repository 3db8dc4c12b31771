import { useEffect, useState } from 'react'

const step = 5
const frameMs = 16

/** How many of a list to draw: a few more every frame, because a hundred long bodies at once would hold up the window. */
export function useGrowing(total: number): number {
  const [drawn, setDrawn] = useState(step)

  useEffect(() => {
    if (drawn >= total) return
    const timer = setTimeout(() => setDrawn(drawn + step), frameMs)
    return () => clearTimeout(timer)
  }, [drawn, total])

  return drawn
}
