import { safeText } from '../../shared/safe-text.ts'

/** Left-aligned columns, two spaces apart, as wide as their widest cell. */
export function formatTable(head: string[], rows: string[][]): string {
  const lines = [head, ...rows.map((row) => row.map(safeText))]
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

function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Columns in a terminal: one for each character as a person sees it. */
function displayWidth(text: string): number {
  return [...graphemes.segment(text)].length
}
