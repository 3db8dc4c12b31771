import { type HTMLInputTypeAttribute, type ReactNode, useId } from 'react'

interface TextFieldProps {
  label: string
  hint: ReactNode
  problem: string | undefined
  value: string
  onValue(value: string): void
  type?: HTMLInputTypeAttribute
  inputMode?: 'numeric' | 'url' | undefined
  placeholder?: string
  size?: 'wide' | 'half' | 'short'
}

/** What is wrong with it stands below it. */
export function TextField(props: TextFieldProps) {
  const { label, hint, problem, value, onValue, type = 'text', inputMode, placeholder, size = 'wide' } = props
  const id = useId()
  const described = [hint !== null && `${id}-hint`, problem !== undefined && `${id}-problem`]
  return (
    <div className="text-field" data-size={size}>
      <label className="text-field-label" htmlFor={id}>
        {label}
      </label>
      <input
        className="field text-field-input"
        id={id}
        type={type}
        inputMode={inputMode}
        autoComplete={type === 'password' ? 'new-password' : 'off'}
        autoCapitalize="off"
        spellCheck={false}
        maxLength={4_000}
        placeholder={placeholder}
        aria-invalid={problem !== undefined}
        aria-describedby={described.filter((part) => part !== false).join(' ') || undefined}
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
      {problem !== undefined && (
        <p className="notice" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {hint !== null && (
        <p className="text-field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
