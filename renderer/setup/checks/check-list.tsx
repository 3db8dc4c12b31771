import { useEffect, useRef, useState } from 'react'
import { safeText } from '../../../shared/safe-text.ts'
import type { Check } from '../../../shared/set-up.ts'
import { useNow } from '../../time/use-time.ts'
import { StateSign, stateTones } from '../steps/state-sign.tsx'
import { checkNews, checkSentence, checkTitle, checkWord } from './check-wording.ts'

/** Ticks itself while a real call is made. */
export function CheckList({ checks, isDone }: { checks: Check[]; isDone: boolean }) {
  const now = useNow(15_000)
  const news = useNews(checks)
  return (
    <section className="checks" aria-labelledby="checks-heading">
      <h2 className="part-title" id="checks-heading">
        {isDone ? 'What was seen' : 'Now make a call to your number'}
      </h2>
      <p className="step-lead">
        {isDone
          ? 'A real call was seen from its ring to its end.'
          : 'Let it ring, answer it, talk a moment, hang up. Each line ticks itself.'}
      </p>
      <ul className="check-list">
        {checks.map((check) => (
          <li className="check" key={check.code}>
            <StateSign state={check.state} />
            <span className="check-title" data-state={check.state}>
              {checkTitle(check)}
            </span>
            <span className={`check-word figures ${stateTones[check.state]}`}>{checkWord(check, now)}</span>
            <span className="check-sentence">{safeText(checkSentence(check))}</span>
          </li>
        ))}
      </ul>
      <output className="hidden">{news}</output>
    </section>
  )
}

function useNews(checks: Check[]): string {
  const [news, setNews] = useState('')
  const before = useRef(checks)
  useEffect(() => {
    const next = checkNews(before.current, checks)
    before.current = checks
    if (next !== null) setNews(safeText(next))
  }, [checks])
  return news
}
