import { useState } from 'react'
import type { HearingStatus, ProbeFinding } from '../../../../shared/hearing.ts'
import { safeText } from '../../../../shared/safe-text.ts'
import { failureReason } from '../../../wording/failure-reason.ts'
import { failureSentence } from '../../../wording/failure-sentence.ts'
import { useParts } from '../../state/parts.ts'
import { PartFailure } from '../../steps/part-failure.tsx'
import { StateSign, stateTones } from '../../steps/state-sign.tsx'

interface ProbeButtonProps {
  hearing: HearingStatus
  isMain: boolean
}

export function ProbeButton({ hearing, isMain }: ProbeButtonProps) {
  const { bridge, store } = useParts()
  const [isTesting, setIsTesting] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  async function test() {
    if (isTesting) return
    setIsTesting(true)
    setFailure(null)
    try {
      const finding = await bridge.request('probeNow')
      if (finding === null)
        setFailure('There is no public address yet, so there is nothing to test. Open a way in first.')
      await store.read()
    } catch (error) {
      setFailure(failureSentence('The test could not be made', failureReason(error)))
    }
    setIsTesting(false)
  }

  return (
    <div className="probe">
      <button
        type="button"
        className={isMain ? 'button button-primary' : 'button'}
        aria-disabled={isTesting}
        onClick={() => void test()}
      >
        {isTesting ? 'Testing …' : 'Test the way in'}
      </button>
      <output className="probe-finding">
        {failure !== null && <span className="notice">{failure}</span>}
        {failure === null && !isTesting && hearing.probe !== null && <Finding finding={hearing.probe} />}
      </output>
      {hearing.probe?.code === 'wifi-sign-in' && (
        <button
          type="button"
          className="button"
          onClick={() =>
            void store.save('signIn', { send: () => bridge.request('openOutside', 'wifi-sign-in') })
          }
        >
          Open the sign-in page
        </button>
      )}
      <PartFailure part="signIn" what="It could not be opened" />
    </div>
  )
}

function Finding({ finding: { code, sentence } }: { finding: ProbeFinding }) {
  const state = code === 'proven' ? 'done' : 'wrong'
  return (
    <span className="finding">
      <StateSign state={state} />
      <span className={state === 'wrong' ? stateTones[state] : undefined}>{safeText(sentence)}</span>
    </span>
  )
}
