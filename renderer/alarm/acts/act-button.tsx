import { useState } from 'react'
import type { RingtrayBridge } from '../../../shared/ipc-contract.ts'
import { failureReason } from '../../wording/failure-reason.ts'
import { actWords, type ReachAct, runAct } from './reach-acts.ts'

/** A button beside bad news, and what came of pressing it. */
export function ActButton({ bridge, act }: { bridge: RingtrayBridge; act: ReachAct }) {
  const [isBusy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<string | null>(null)
  const { label, busy } = actWords[act]

  async function press() {
    if (isBusy) return
    setBusy(true)
    setAnswer(null)
    try {
      setAnswer(await runAct(act, bridge))
    } catch (error) {
      setAnswer(`That did not work: ${failureReason(error)}.`)
    }
    setBusy(false)
  }

  return (
    <span className="act">
      {/* Not disabled while it is busy: that would take the focus away. */}
      <button
        type="button"
        className="button button-quiet"
        aria-disabled={isBusy}
        onClick={() => void press()}
      >
        {isBusy ? busy : label}
      </button>
      <output className="act-answer">{answer}</output>
    </span>
  )
}
