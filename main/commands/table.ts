/** Left-aligned columns, two spaces apart, as wide as their widest cell. */
export function formatTable(head: string[], rows: string[][]): string {
  const lines = [head, ...rows.map((row) => row.map(printable))]
  const widths = head.map((_, column) => Math.max(...lines.map((line) => displayWidth(line[column] ?? ''))))
  return lines
    .map((line) =>
      line
        .map((cell, column) => padEnd(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Outside text must not steer the terminal: control and bidi characters become visible. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\u00b7')
}

function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Columns in a terminal: one for each character as a person sees it. */
function displayWidth(text: string): number {
  return [...graphemes.segment(text)].length
}
