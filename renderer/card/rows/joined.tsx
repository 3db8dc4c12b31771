import { Fragment } from 'react'

interface Piece {
  key: string
  content: React.ReactNode
}

/** Pieces that are there, with a dot between. */
export function Joined({ pieces }: { pieces: (Piece | null)[] }) {
  return pieces
    .filter((piece) => piece !== null)
    .map(({ key, content }, at) => (
      <Fragment key={key}>
        {at > 0 && ' · '}
        {content}
      </Fragment>
    ))
}
