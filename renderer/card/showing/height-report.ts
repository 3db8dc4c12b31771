interface HeightReport {
  /** This revision has been drawn. */
  drawn(revision: number): void
  /** Something may have changed its height or its zoom by itself: told again if it has. */
  changed(): void
}

interface Deps {
  /** Height of what is drawn, in CSS pixels, fractions included. */
  measure(): number
  /** How many pixels of the screen are one of the page. */
  scale(): number
  report(revision: number, height: number): void
}

/** Tells how high the card is: once for each revision, and again when it grows or shrinks between two. */
export function createHeightReport({ measure, scale, report }: Deps): HeightReport {
  let told: { revision: number; height: number; scale: number } | null = null

  function tell(revision: number, height: number) {
    told = { revision, height, scale: scale() }
    report(revision, height)
  }

  return {
    drawn: (revision) => tell(revision, Math.ceil(measure())),
    changed() {
      if (told === null) return
      const height = Math.ceil(measure())
      if (height !== told.height || scale() !== told.scale) tell(told.revision, height)
    },
  }
}
