import { safeText } from '../../shared/safe-text.ts'

/** Text from outside over several lines: its line breaks and indents stay, each line is made safe by itself. */
export function safeBlock(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(safeLine)
    .join('\n')
    .trimEnd()
}

function safeLine(line: string): string {
  const [indent = ''] = /^[ \t]*/.exec(line) ?? []
  return indent.replaceAll('\t', '  ') + safeText(line.slice(indent.length))
}

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u
const quoted = /("(?:[^"\\\n]|\\.)*")/

/**
 * The same text in pieces; every second one is a quoted word to be isolated, because it is written from right to left
 * and would pull the punctuation around it: `"name": "value"` stays in this order.
 */
export function isolatedPieces(text: string): string[] {
  if (!rightToLeft.test(text)) return [text]
  const pieces: string[] = []
  let between = ''
  for (const part of text.split(quoted)) {
    if (part.startsWith('"') && rightToLeft.test(part)) {
      pieces.push(between, part)
      between = ''
    } else between += part
  }
  return [...pieces, between]
}
