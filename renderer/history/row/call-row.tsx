import { memo } from 'react'
import type { HistoryRow } from '../../../shared/ipc-contract.ts'
import { Sign } from '../../sign/sign.tsx'
import { whoText } from '../../wording/who.ts'
import { callState } from './call-state.ts'
import { Chips } from './chips.tsx'
import { RowState } from './row-state.tsx'
import { spokenLead } from './row-wording.ts'
import { SecondLine } from './second-line.tsx'

interface CallRowProps {
  row: HistoryRow
  day: string
  time: string
}

/** Who, then what, then when; read out in the same order. */
export const CallRow = memo(function CallRow({ row, day, time }: CallRowProps) {
  const { sign, tone } = callState(row)
  return (
    <>
      <Sign name={sign} tone={tone} />
      <div className="row-lines">
        <div className="row-line">
          <span className="hidden">{spokenLead(row)}</span>
          <bdi className="row-name">{whoText(row)}</bdi>
          <Chips tags={row.tags} pretend={row.pretend} />
          <RowState row={row} />
        </div>
        <div className="row-line row-second">
          <SecondLine row={row} />
          <div className="row-end figures">
            <span className="hidden">{day} </span>
            {time}
          </div>
        </div>
      </div>
    </>
  )
})
