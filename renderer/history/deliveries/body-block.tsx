import { memo } from 'react'
import { isolatedPieces, safeBlock } from '../../text/safe-block.ts'

/** What a delivery carried, as it can be read; drawn once, it may be long. */
export const BodyBlock = memo(function BodyBlock({ text, label }: { text: string; label: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset keeps no line breaks
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <pre className="body-block" role="group" dir="ltr" tabIndex={0} aria-label={label}>
      {isolatedPieces(safeBlock(text)).map((piece, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
        at % 2 === 1 ? <bdi key={at}>{piece}</bdi> : piece,
      )}
    </pre>
  )
})
