import type { ReadAgain } from '../state/not-understood.ts'
import { readAgainSentence } from './not-understood-wording.ts'

export function InterpretAgain({ again, onInterpretAgain }: { again: ReadAgain; onInterpretAgain(): void }) {
  const isBusy = again.state === 'busy'
  return (
    <div className="interpret-again">
      {/* Not `disabled`: a button that loses the focus takes Escape with it. */}
      <button
        type="button"
        className="button"
        aria-disabled={isBusy}
        onClick={() => {
          if (!isBusy) onInterpretAgain()
        }}
      >
        Interpret again
      </button>
      <output className={again.state === 'failed' ? 'tone-ringing' : undefined}>
        {readAgainSentence(again)}
      </output>
    </div>
  )
}
