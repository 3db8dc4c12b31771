/** One figure and its peer. A ratio above 1 is better for us where `more` is better. */
export interface Measured {
  work: string
  ours: string
  peer: string
  ratio: number
  goal: string
}

export function formatRow({ work, ours, peer, ratio, goal }: Measured): string {
  return `| ${work} | ${ours} | ${peer} | ${ratio.toFixed(2)} × | ${goal} |`
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** `share` in percent: 95 is the value that 95 of 100 do not exceed. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.ceil((sorted.length * share) / 100) - 1] ?? Number.NaN
}

export function inMs(value: number): string {
  return `${value.toFixed(1)} ms`
}
