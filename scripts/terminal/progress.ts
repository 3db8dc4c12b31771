export interface Progress {
  /** `fraction` from 0 to 1, or null while nobody knows how much there is. */
  update(fraction: number | null, detail?: string): void
  done(): void
}

const quietSeconds = 5

/** One line that is rewritten on a terminal; in a log file a new line every few seconds. */
export function showProgress(label: string): Progress {
  const out = process.stderr
  let lastWritten = ''
  let lastWrittenAt = Date.now()

  const write = (line: string): void => {
    if (line === lastWritten) return
    if (out.isTTY) out.write(`\r\x1b[K${line}`)
    else if (Date.now() - lastWrittenAt < quietSeconds * 1000) return
    else out.write(`${line}\n`)
    lastWritten = line
    lastWrittenAt = Date.now()
  }

  return {
    update(fraction, detail) {
      const percent = fraction === null ? '' : ` ${Math.min(100, Math.round(fraction * 100))} %`
      write(`  ${label}${percent}${detail ? ` (${detail})` : ''}`)
    },
    done() {
      if (out.isTTY && lastWritten !== '') out.write('\r\x1b[K')
    },
  }
}
