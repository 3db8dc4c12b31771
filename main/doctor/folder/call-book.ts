import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { CallBook } from '../../calls/book/call-book.ts'
import { describeError, SpokenError } from '../../errors.ts'
import { openReader } from '../../reader.ts'
import { captureLog } from '../capture.ts'
import { type Finding, fail, ok, warn } from '../finding.ts'

/** Opens the book as every command does. Null where that cannot be done, or there is none yet. */
export async function examineCallBook(
  dir: string,
): Promise<{ findings: Finding[]; callBook: CallBook | null }> {
  if (!(await isThere(join(dir, 'journal')))) return { findings: [], callBook: null }
  const { log, warned } = captureLog()
  try {
    const { callBook } = await openReader(dir, log)
    return { findings: [describe(callBook, warned)], callBook }
  } catch (error) {
    const sentence =
      error instanceof SpokenError
        ? error.message
        : `The call book cannot be read: ${describeError(error)}. Run \`ringtray rebuild\`; it makes the book anew from the journal.`
    return { findings: [fail('call book', sentence)], callBook: null }
  }
}

function describe(callBook: CallBook, warned: (code: string) => boolean): Finding {
  const calls = callBook.index.size().toLocaleString('en')
  if (callBook.lostPages() > 0) {
    return fail(
      'call book',
      `${callBook.lostPages()} pages of the call book are damaged or missing. What the journal still holds of them comes back by itself at the next start; ${calls} calls are there.`,
    )
  }
  if (warned('file.damaged')) {
    return warn(
      'call book',
      `A file of the call book is damaged. It is made again at the next start; all ${calls} calls are there.`,
    )
  }
  return ok('call book', `${calls} calls, every page whole.`)
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
