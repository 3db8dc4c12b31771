/** Form decoding: `+` is a space. Malformed sequences stay as they came; never throws. */
export function decodeForm(text: string): string {
  return decodePercent(text.includes('+') ? text.replaceAll('+', ' ') : text)
}

/** A raw query string, with or without its `?`, as name and value pairs in order. Never throws. */
export function parseQuery(search: string): [name: string, value: string][] {
  const pairs: [string, string][] = []
  const start = search.startsWith('?') ? 1 : 0
  for (const part of search.slice(start).split('&')) {
    if (part === '') continue
    const equals = part.indexOf('=')
    const name = equals === -1 ? part : part.slice(0, equals)
    const value = equals === -1 ? '' : part.slice(equals + 1)
    pairs.push([decodeForm(name), decodeValue(value)])
  }
  return pairs
}

/** The provider does not encode the plus of `?caller_number=+9199…`. */
function decodeValue(value: string): string {
  return /^\+\d/.test(value) ? `+${decodeForm(value.slice(1))}` : decodeForm(value)
}

function decodePercent(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text.replace(/(?:%[\da-f]{2})+/gi, decodeRun)
  }
}

/** One run of `%XX`: its valid UTF-8 sequences decoded, its other bytes left. Without exceptions: they cost 2 µs each. */
function decodeRun(run: string): string {
  const bytes = Buffer.from(run.replaceAll('%', ''), 'hex')
  let decoded = ''
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    decoded += length === 0 ? run.slice(at * 3, at * 3 + 3) : bytes.toString('utf8', at, at + length)
    at += length === 0 ? 1 : length
  }
  return decoded
}

/** Length of the UTF-8 sequence at this place, 0 where there is no well-formed one. */
function sequenceLength(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  if (lead < 0xc2 || lead > 0xf4 || at + length > bytes.length) return 0
  for (let next = 1; next < length; next += 1) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0
  }
  const second = bytes[at + 1] ?? 0
  const isOverlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90)
  const isSurrogate = lead === 0xed && second > 0x9f
  const isBeyond = lead === 0xf4 && second > 0x8f
  return isOverlong || isSurrogate || isBeyond ? 0 : length
}
