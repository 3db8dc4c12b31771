import { safeText } from '../../../../shared/safe-text.ts'
import type { SetUp } from '../../../../shared/set-up.ts'
import { QuietAlarm } from '../../../alarm/quiet-alarm.tsx'
import { Outside } from '../../../text/outside.tsx'
import { useNow } from '../../../time/use-time.ts'
import { useParts } from '../../state/parts.ts'
import { StateSign, stateTones } from '../../steps/state-sign.tsx'
import { stepStates } from '../../steps/steps.ts'
import { Meter } from './meter.tsx'
import { ProbeButton } from './probe-button.tsx'
import { heardText, provenText, reachWord } from './reach-wording.ts'

/** `isMain`: to test it is what is to be done now. */
export function LiveState({ setUp, isMain }: { setUp: SetUp; isMain: boolean }) {
  const { bridge } = useParts()
  const now = useNow(15_000)
  const { reach, paste } = setUp
  const { tunnel, hearing, meter } = reach
  const state = stepStates(setUp, { hasSeen: false }).reached
  return (
    <section className="live" aria-labelledby="live-heading">
      <h2 className="hidden" id="live-heading">
        The way in now
      </h2>
      <output className="live-now">
        <span className={`live-word ${stateTones[state]}`}>
          <StateSign state={state} />
          {reachWord(reach)}
        </span>{' '}
        <span>{safeText(tunnel.sentence)}</span>
      </output>
      {hearing.alarm !== null && (
        <QuietAlarm
          bridge={bridge}
          alarm={hearing.alarm}
          hasHeader={paste.v2.some(({ copy }) => copy === 'headerValue')}
          isInSetUp
        />
      )}
      <dl className="facts">
        {tunnel.publicUrl !== null && (
          <div className="fact">
            <dt>Public address</dt>
            <dd>
              <Outside className="fixed" text={tunnel.publicUrl} />
            </dd>
          </div>
        )}
        <div className="fact">
          <dt>Path proven</dt>
          <dd>
            {provenText(reach, now)}
            <span className="fact-meaning">The last time that a test of ours came back in.</span>
          </dd>
        </div>
        <div className="fact">
          <dt>Heard</dt>
          <dd>
            {heardText(reach, now)}
            <span className="fact-meaning">The last time that MyOperator sent a real call.</span>
          </dd>
        </div>
        {meter !== null && <Meter meter={meter} />}
      </dl>
      <ProbeButton hearing={hearing} isMain={isMain && hearing.probe?.code !== 'proven'} />
    </section>
  )
}
