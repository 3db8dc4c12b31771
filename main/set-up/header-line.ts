/** MyOperator's panel takes headers as a JSON list of lines. */
export function headerLine({ name, value }: { name: string; value: string }): string {
  return JSON.stringify([`${name}: ${value}`])
}
