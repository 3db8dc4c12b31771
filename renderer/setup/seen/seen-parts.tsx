import { safeText } from '../../../shared/safe-text.ts'
import type { SetUp } from '../../../shared/set-up.ts'
import { useParts } from '../state/parts.ts'
import { PartFailure } from '../steps/part-failure.tsx'

/** `asked`: the pretend call has been played, and nobody has said yet. */
export type SeenAnswer = 'yes' | 'no' | 'asked' | null

interface SeenPartsProps {
  setUp: SetUp
  answer: SeenAnswer
  onAnswer(answer: SeenAnswer): void
}

export function SeenParts({ setUp: { notificationProblem }, answer, onAnswer }: SeenPartsProps) {
  const { bridge, store } = useParts()
  const isToPlay = answer === null || answer === 'no'

  async function play() {
    if (await store.save('pretend', { send: () => bridge.request('pretendCall') })) onAnswer('asked')
  }

  function openSettings() {
    void store.save('systemSettings', { send: () => bridge.request('openOutside', 'notification-settings') })
  }

  return (
    <div className="seen">
      {notificationProblem !== null && <p className="notice">{safeText(notificationProblem)}</p>}
      <div className="actions">
        <button
          type="button"
          className={isToPlay ? 'button button-primary' : 'button'}
          onClick={() => void play()}
        >
          {answer === null ? 'Play a pretend call' : 'Play it again'}
        </button>
        {notificationProblem !== null && answer !== 'no' && (
          <button type="button" className="button" onClick={openSettings}>
            Open the system’s settings
          </button>
        )}
      </div>
      {answer !== null && (
        <fieldset className="seen-question">
          <legend className="part-title">Did you see the notification?</legend>
          <div className="actions">
            <button
              type="button"
              className={answer === 'asked' ? 'button button-primary' : 'button'}
              aria-pressed={answer === 'yes'}
              onClick={() => onAnswer('yes')}
            >
              Yes
            </button>
            <button
              type="button"
              className="button"
              aria-pressed={answer === 'no'}
              onClick={() => onAnswer('no')}
            >
              No
            </button>
          </div>
        </fieldset>
      )}
      <output className="seen-said">{saidWords(answer)}</output>
      {answer === 'no' && (
        <button type="button" className="button" onClick={openSettings}>
          Open the system’s settings
        </button>
      )}
      <PartFailure part="pretend" what="The pretend call could not be played" />
      <PartFailure part="systemSettings" what="The settings could not be opened" />
    </div>
  )
}

function saidWords(answer: SeenAnswer): string {
  switch (answer) {
    case 'yes':
      return 'Good: that is how a call looks.'
    case 'no':
      return 'Then the system holds it back. In its settings, allow notifications of Ringtray and end its own do-not-disturb; then play it again. Calls are shown on the card meanwhile.'
    case 'asked':
    case null:
      return ''
  }
}
