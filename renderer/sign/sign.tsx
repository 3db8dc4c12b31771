export type SignName =
  | 'begun'
  | 'ended'
  | 'ringing'
  | 'incoming'
  | 'outgoing'
  | 'voicemail'
  | 'rejected'
  | 'moved'
  | 'unknown'
  | 'done'
  | 'wrong'
export type Tone = 'ringing' | 'answered' | 'missed' | 'voicemail' | 'plain'

/** Drawn, not typed: fonts disagree about arrows. */
export function Sign({ name, tone }: { name: SignName; tone: Tone }) {
  return (
    <svg className={`sign tone-${tone}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  )
}

const shapes: Record<SignName, React.ReactNode> = {
  begun: <circle cx="8" cy="8" r="4" className="sign-stroke" />,
  ringing: <circle cx="8" cy="8" r="5" className="sign-fill" />,
  incoming: <path d="M12 4 4.5 11.5M4.5 5.5v6h6" className="sign-stroke" />,
  outgoing: <path d="M4 12l7.5-7.5M5.5 4.5h6v6" className="sign-stroke" />,
  voicemail: (
    <path d="M8 3a5 5 0 1 0 0 10A5 5 0 1 0 8 3M6 3.5v9M8 3v10M10 3.5v9" className="sign-stroke sign-thin" />
  ),
  ended: <path d="M4.5 4.5h7v7h-7z" className="sign-stroke" />,
  rejected: <path d="M4.5 4.5l7 7M11.5 4.5l-7 7" className="sign-stroke" />,
  moved: <path d="M3.5 8h9M8.5 4l4 4-4 4" className="sign-stroke" />,
  unknown: <path d="M4 8h1.6M7.2 8h1.6M10.4 8H12" className="sign-stroke" />,
  done: <path d="M3.5 8.5l3 3 6-7" className="sign-stroke" />,
  wrong: <path d="M8 3.5v5M8 12.25v.01" className="sign-stroke" />,
}
