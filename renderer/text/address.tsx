import { Fragment } from 'react'
import { safeText } from '../../shared/safe-text.ts'

/** An address that breaks behind its own signs where it is too long for a line. What is copied of it stays whole. */
export function Address({ text }: { text: string }) {
  const parts = safeText(text).split(/(?<=[/.\-:?&=@_])(?![/])/)
  return parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, in its order
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}
