import { useCopy } from '../../copy/use-copy.ts'
import { useParts } from '../state/parts.ts'

export function OwnerMessage() {
  const { bridge } = useParts()
  const { answer, copy } = useCopy(bridge)
  return (
    <div className="owner">
      <p className="owner-words">
        Only the owner or an admin can do this. Is that somebody else, send them one message; the secret is
        not in it: give them that another way.
      </p>
      <button type="button" className="button" onClick={() => void copy({ what: 'ownerMessage' })}>
        Copy the message for the owner
      </button>
      <output className={answer?.copied === false ? 'copy-failure' : 'owner-copied'}>{answer?.words}</output>
    </div>
  )
}
