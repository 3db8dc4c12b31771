const replacement = '\uFFFD'

/**
 * Text from outside as one line that can neither hide nor reorder what stands beside it: control characters become
 * visible symbols, direction overrides become `�`, invisible fillers go. What scripts and emoji need
 * (joiners, variation selectors, combining marks) stays.
 */
export function safeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(controlCharacters, controlSymbol)
    .replace(directionControls, replacement)
    .replace(invisibles, '')
    .trim()
}

/** Null where nothing is left to see. */
export function visibleText(text: string | null): string | null {
  const safe = text === null ? '' : safeText(text)
  return safe === '' ? null : safe
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controlCharacters = /[\u0000-\u001F\u007F-\u009F]/g
/** Embeddings, overrides and isolates: they reach beyond their own text. */
const directionControls = /[\u202A-\u202E\u2066-\u2069]/g
/** Marks, zero-width spaces, fillers, annotations and tag characters: nothing to see, or a blank that looks like nothing. */
const invisibles =
  /\u00AD|\u034F|[\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200E\u200F\u2060-\u2065\u206A-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF0-\uFFFB]|[\u{E0000}-\u{E0FFF}]/gu

function controlSymbol(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '\u2421' : replacement
}
