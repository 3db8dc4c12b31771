export function isText(value: unknown, longest = 500): value is string {
  return typeof value === 'string' && value.length <= longest
}
