/**
 * The value of one of these fields of a multipart/form-data body, recognised from its first line because
 * Content-Type is not trusted; null where the text is none or has no such field.
 */
export function multipartField(text: string, names: readonly string[]): string | null {
  const firstLine = /^--([^\r\n]{1,200})\r?\n/.exec(text)
  if (firstLine === null) return null
  const delimiter = `--${firstLine[1]}`
  for (const name of names) {
    for (const part of text.split(delimiter)) {
      const header = /\r?\n\r?\n/.exec(part)
      if (header === null) continue
      const head = part.slice(0, header.index)
      if (!isField(head, name)) continue
      return part.slice(header.index + header[0].length).replace(/\r?\n$/, '')
    }
  }
  return null
}

function isField(head: string, name: string): boolean {
  const found = /[;\s]name="?([^";\r\n]*)"?/i.exec(head)
  return found?.[1]?.toLowerCase() === name
}
