import { useCopy } from '../../copy/use-copy.ts'
import { useCardParts } from '../card-parts.ts'

export function CopyNumber({ id, who }: { id: string; who: string }) {
  const { bridge } = useCardParts()
  const { answer, copy } = useCopy(bridge)
  return (
    <>
      <button
        type="button"
        className="button copy-button"
        aria-label={`${answer?.copied ? answer.words : 'Copy'} the number of ${who}`}
        title="Copies the ten digits. With Shift held: with the country code (+91…)."
        onClick={(event) => void copy({ what: 'number', id, international: event.shiftKey })}
      >
        <span className="copy-label">Copy</span>
        {answer?.copied && <span className="copy-done">Copied</span>}
      </button>
      <output className={answer?.copied === false ? 'copy-failure' : 'hidden'}>{answer?.words}</output>
    </>
  )
}
