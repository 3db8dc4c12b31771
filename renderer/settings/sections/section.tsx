import { type ReactNode, useEffect, useId, useRef, useSyncExternalStore } from 'react'
import { failureSentence } from '../../wording/failure-sentence.ts'
import { useParts } from '../state/parts.ts'
import type { SectionName } from '../state/settings-store.ts'

interface SectionProps {
  name: SectionName
  heading: string
  /** What this setting means. */
  meaning: string
  children: ReactNode
}

/** One setting, and what became of its last change. */
export function Section({ name, heading, meaning, children }: SectionProps) {
  const { settings } = useParts()
  const headingId = useId()
  const { saves } = useSyncExternalStore(settings.subscribe, settings.view)
  const save = saves[name]
  const failureRef = useRef<HTMLOutputElement>(null)
  const isFailed = save?.state === 'failed'

  // A long section may have it far from what was pressed.
  useEffect(() => {
    if (isFailed) failureRef.current?.scrollIntoView({ block: 'nearest' })
  }, [isFailed])

  return (
    <section className="section" aria-labelledby={headingId}>
      <div className="section-head">
        <h2 className="section-heading" id={headingId}>
          {heading}
        </h2>
        <output className="section-saved">{save?.state === 'saved' && 'Saved'}</output>
      </div>
      <p className="section-meaning">{meaning}</p>
      {children}
      <output className="notice section-failure" id={failureId(name)} ref={failureRef}>
        {save?.state === 'failed' && failureSentence('Not saved', save.reason)}
      </output>
    </section>
  )
}

/** For `aria-describedby` of the field that a refusal is about. */
export function failureId(name: SectionName): string {
  return `${name}-failure`
}
