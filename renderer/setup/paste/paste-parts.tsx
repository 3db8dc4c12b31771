import { useId, useState } from 'react'
import type { SetUp } from '../../../shared/set-up.ts'
import { UrlChanged } from '../../alarm/url-changed.tsx'
import { CheckList } from '../checks/check-list.tsx'
import { useParts } from '../state/parts.ts'
import { OwnerMessage } from './owner-message.tsx'
import { PasteList } from './paste-list.tsx'
import { type Panel, panelLeads, panels, panelTitles } from './paste-wording.ts'

interface PastePartsProps {
  setUp: SetUp
  /** Who comes back later looks at the ticks first. */
  isHealth?: boolean
}

export function PasteParts({ setUp, isHealth = false }: PastePartsProps) {
  const { bridge } = useParts()
  const [panel, setPanel] = useState<Panel>('v2')
  const name = useId()
  const { tunnel, hearing } = setUp.reach
  const checks = <CheckList checks={setUp.checks} isDone={setUp.isDone} />
  return (
    <>
      {hearing.urlChanged !== null && <UrlChanged bridge={bridge} change={hearing.urlChanged} />}
      {tunnel.publicUrl === null && hearing.heardAt === null && (
        <p className="notice">
          There is no public address yet: the one below is this computer’s own, which MyOperator cannot reach.
          Choose how you are reached first.
        </p>
      )}
      {isHealth && checks}
      <fieldset className="segments">
        <legend className="hidden">Which panel do you have?</legend>
        {panels.map((one) => (
          <label className="segment" key={one}>
            <input
              className="segment-input"
              type="radio"
              name={name}
              checked={panel === one}
              onChange={() => setPanel(one)}
            />
            {panelTitles[one]}
          </label>
        ))}
      </fieldset>
      <p className="panel-lead">{panelLeads[panel]}</p>
      <PasteList fields={setUp.paste[panel]} />
      <OwnerMessage />
      {!isHealth && checks}
    </>
  )
}
