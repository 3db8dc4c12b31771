/** Deeper texts pass `JSON.parse` and then break `JSON.stringify` and `structuredClone` wherever they go. */
const maxNesting = 32

/** The value of a JSON text, or why there is none. Depth is counted before anything is built. */
export function parseJson(text: string): { value: unknown } | 'too-deep' | 'no-json' {
  if (measure(text) === 'too-deep') return 'too-deep'
  try {
    return { value: JSON.parse(text) }
  } catch {
    return 'no-json'
  }
}

/**
 * Where the first object or array of the text ends (exclusive), -1 where it does not. Brackets inside strings
 * do not count; what is no JSON fails in the parser at the same place at the latest.
 */
export function measure(text: string): number | 'too-deep' {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === backslash) at += 1
      else if (code === quote) inString = false
    } else if (code === quote) inString = true
    else if (code === openBrace || code === openBracket) {
      depth += 1
      if (depth > maxNesting) return 'too-deep'
    } else if (code === closeBrace || code === closeBracket) {
      depth -= 1
      if (depth <= 0) return at + 1
    }
  }
  return -1
}

const quote = 0x22
const backslash = 0x5c
const openBracket = 0x5b
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d
