import { useRef, useState } from 'react'
import type { TunnelSecretName } from '../../../../shared/tunnel.ts'
import { useParts } from '../../state/parts.ts'
import { PartFailure } from '../../steps/part-failure.tsx'
import { TextField } from './text-field.tsx'

interface SecretFieldProps {
  secret: { name: TunnelSecretName; label: string; hint: string }
  isKept: boolean
  /** Where secrets lie, in a sentence. */
  secretsAre: string
  problem: string | undefined
  value: string
  onValue(value: string): void
}

/** Typed once and never shown again: what is kept can be replaced or forgotten. */
export function SecretField({ secret, isKept, secretsAre, problem, value, onValue }: SecretFieldProps) {
  const { bridge, store } = useParts()
  const [isReplacing, setIsReplacing] = useState(false)
  const placeRef = useRef<HTMLDivElement>(null)

  function replace(isWanted: boolean) {
    setIsReplacing(isWanted)
    onValue('')
    // The button that was pressed is about to leave.
    requestAnimationFrame(() => placeRef.current?.querySelector<HTMLElement>('input, button')?.focus())
  }

  async function forget() {
    await store.save('secret', {
      send: () => bridge.request('keepSecret', secret.name, null),
      applied: (page) => ({ ...page, secrets: page.secrets.filter((name) => name !== secret.name) }),
    })
    requestAnimationFrame(() => placeRef.current?.querySelector<HTMLElement>('input, button')?.focus())
  }

  return (
    <div className="secret-field" ref={placeRef}>
      {isKept && !isReplacing ? (
        <fieldset className="secret-kept">
          <legend className="text-field-label">{secret.label}</legend>
          <span className="secret-kept-word">Kept</span>
          <button type="button" className="button button-quiet" onClick={() => replace(true)}>
            Replace
          </button>
          <button type="button" className="button button-quiet" onClick={() => void forget()}>
            Forget
          </button>
          <output className="notice">{problem}</output>
          <p className="text-field-hint">{secretsAre}</p>
        </fieldset>
      ) : (
        <>
          <TextField
            label={secret.label}
            hint={`${secret.hint} ${secretsAre}`}
            problem={problem}
            type="password"
            value={value}
            onValue={onValue}
          />
          {isKept && (
            <button type="button" className="button button-quiet" onClick={() => replace(false)}>
              Keep the old one
            </button>
          )}
        </>
      )}
      <PartFailure part="secret" what="Not forgotten" />
    </div>
  )
}
