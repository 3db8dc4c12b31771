const format = new Intl.NumberFormat('en-IN')

/** `1,204`, `1,20,400`. */
export function countText(count: number): string {
  return format.format(count)
}

/** `1 delivery`, `1,204 deliveries`. */
export function deliveriesCount(count: number): string {
  return `${countText(count)} ${count === 1 ? 'delivery' : 'deliveries'}`
}
