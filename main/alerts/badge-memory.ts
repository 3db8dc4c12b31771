/** Whether a number is another than what that place shows; a new place shows nothing, which is 0. */
export function createBadgeMemory<Place extends object>(): (count: number, place: Place) => boolean {
  let shown: { count: number; place: Place } | null = null
  return (count, place) => {
    const before = shown?.place === place ? shown.count : 0
    shown = { count, place }
    return before !== count
  }
}
