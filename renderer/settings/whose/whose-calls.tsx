import { useState } from 'react'
import type { SettingsPage } from '../../../shared/settings-page.ts'
import { SeenAgents } from '../../agents/seen-agents.tsx'
import { Section } from '../sections/section.tsx'
import { useParts } from '../state/parts.ts'
import { AddKey } from './add-key.tsx'
import { OwnKeys } from './own-keys.tsx'

export function WhoseCalls({ page }: { page: SettingsPage }) {
  const { settings } = useParts()
  const [isChoosing, setIsChoosing] = useState(false)
  const isSomebody = page.me.length > 0
  const isMineOnly = isSomebody || (isChoosing && !page.watchAll)

  function onlyMine() {
    setIsChoosing(true)
    if (page.watchAll) void settings.change('whose', { watchAll: false })
  }

  function watchAll() {
    setIsChoosing(false)
    void settings.change('whose', { watchAll: true })
  }

  return (
    <Section
      name="whose"
      heading="Whose calls are shown"
      meaning="Every call of the company arrives here; who you are decides which of them ring on this desk."
    >
      <fieldset className="choices">
        <legend className="hidden">Whose calls are shown</legend>
        <label className="choice">
          <input
            className="choice-input"
            type="radio"
            name="whose"
            checked={isMineOnly}
            onChange={onlyMine}
          />
          <span className="choice-words">
            Only calls that ring me{' '}
            {isMineOnly && !isSomebody && (
              <span className="choice-meaning">Tick yourself below, or add your number.</span>
            )}
          </span>
        </label>
        <label className="choice">
          <input
            className="choice-input"
            type="radio"
            name="whose"
            checked={page.watchAll}
            onChange={watchAll}
          />
          <span className="choice-words">I watch all calls</span>
        </label>
      </fieldset>
      {!isSomebody && !page.watchAll && (
        <p className="state-sentence">Not told yet: every call is shown, and the card asks whose it is.</p>
      )}
      <SeenAgents
        agents={page.agents}
        mine={page.me.map(({ key }) => key)}
        onMine={(me) => void settings.change('whose', { me })}
      />
      <OwnKeys page={page} />
      <AddKey me={page.me} />
    </Section>
  )
}
