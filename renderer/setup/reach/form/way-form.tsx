import { type FormEvent, useRef, useState } from 'react'
import type { SetUp } from '../../../../shared/set-up.ts'
import type { TunnelKind } from '../../../../shared/tunnel.ts'
import { failureReason } from '../../../wording/failure-reason.ts'
import { failureSentence } from '../../../wording/failure-sentence.ts'
import { useParts } from '../../state/parts.ts'
import { type Field, type FieldName, fieldValues, wayFields } from './fields.ts'
import { placeOfRefusal } from './place-refusal.ts'
import { type Problems, readForm } from './read-form.ts'
import { SecretField } from './secret-field.tsx'
import { TextField } from './text-field.tsx'

interface WayFormProps {
  kind: TunnelKind
  setUp: SetUp
  onOpened(): void
}

/** What was typed stays until it is saved; the secret goes its own way, before the rest. */
export function WayForm({ kind, setUp, onOpened }: WayFormProps) {
  const { bridge, store } = useParts()
  const { secret, fields, more } = wayFields[kind]
  const [values, setValues] = useState(() => fieldValues(kind, setUp.tunnel))
  const [typedSecret, setTypedSecret] = useState('')
  const [problems, setProblems] = useState<Problems>({})
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isOpening, setIsOpening] = useState(false)
  const formRef = useRef<HTMLFormElement>(null)
  const isSecretKept = secret !== null && setUp.secrets.includes(secret.name)

  function setValue(name: FieldName, value: string) {
    setValues({ ...values, [name]: value })
    setProblems({ ...problems, [name]: undefined })
  }

  function showProblems(found: Problems) {
    setProblems(found)
    requestAnimationFrame(() => formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }

  async function open(event: FormEvent) {
    event.preventDefault()
    if (isOpening) return
    setRefusal(null)
    const read = readForm({ kind, values, secret: typedSecret, isSecretKept })
    if ('problems' in read) return showProblems(read.problems)
    setIsOpening(true)
    let doing: 'secret' | 'way' = 'secret'
    try {
      if (secret !== null && typedSecret.trim() !== '') {
        await bridge.request('keepSecret', secret.name, typedSecret.trim())
        setTypedSecret('')
      }
      doing = 'way'
      await bridge.request('setTunnel', read.settings)
      await store.read()
      onOpened()
    } catch (error) {
      refuse(doing, failureReason(error))
      void store.read()
    }
    setIsOpening(false)
  }

  function refuse(doing: 'secret' | 'way', reason: string) {
    const sentence = failureSentence('Not saved', reason)
    const place = doing === 'secret' ? doing : placeOfRefusal(kind, reason)
    if (place === null) setRefusal(sentence)
    else showProblems({ [place]: sentence })
  }

  const textField = ({ name, label, hint, placeholder, size }: Field) => (
    <TextField
      key={name}
      label={label}
      hint={hint}
      placeholder={placeholder}
      size={size}
      inputMode={name === 'url' ? 'url' : name === 'port' || name === 'remotePort' ? 'numeric' : undefined}
      problem={problems[name]}
      value={values[name]}
      onValue={(value) => setValue(name, value)}
    />
  )

  return (
    <form className="way-form" ref={formRef} noValidate onSubmit={(event) => void open(event)}>
      <div className="way-form-fields">
        {fields.map(textField)}
        {secret !== null && (
          <SecretField
            secret={secret}
            isKept={isSecretKept}
            secretsAre={setUp.secretsAre}
            problem={problems.secret}
            value={typedSecret}
            onValue={(value) => {
              setTypedSecret(value)
              setProblems({ ...problems, secret: undefined })
            }}
          />
        )}
      </div>
      {more.length > 0 && (
        <details
          className="way-form-more"
          open={more.some(({ name }) => values[name] !== '' || problems[name] !== undefined) || undefined}
        >
          <summary className="way-form-summary">More</summary>
          <div className="way-form-fields">{more.map(textField)}</div>
        </details>
      )}
      <output className="notice">{refusal}</output>
      <button type="submit" className="button button-primary" aria-disabled={isOpening}>
        {isOpening ? 'Opening …' : setUp.tunnel?.kind === kind ? 'Save and open again' : 'Open this way in'}
      </button>
    </form>
  )
}
