import type { Check, CheckCode } from '../../../shared/set-up.ts'
import { ageAt } from '../../wording/age.ts'
import { capitalised } from '../../wording/capitalised.ts'

const titles: Record<CheckCode, { right: string; wrong: string }> = {
  'request-arrived': { right: 'A request arrived', wrong: 'No request arrived' },
  'secret-right': { right: 'The secret is right', wrong: 'The secret is wrong' },
  'ringing-seen': { right: 'Ringing seen', wrong: 'No ringing seen' },
  'agent-named': { right: 'Agent named while it rings', wrong: 'No agent named while it rings' },
  'end-seen': { right: 'End of the call seen', wrong: 'End of the call not seen' },
  'talk-time-seen': { right: 'Talk time seen', wrong: 'Talk time not seen' },
  'only-calls': { right: 'Nothing but calls', wrong: 'Not only calls' },
}

/** What waits is called what it will be. */
export function checkTitle({ code, state }: Pick<Check, 'code' | 'state'>): string {
  return state === 'wrong' ? titles[code].wrong : titles[code].right
}

/** What stands below the title, which it does not say again. */
export function checkSentence(check: Check): string {
  const again = `${checkTitle(check)}: `
  const { sentence } = check
  return sentence.startsWith(again) ? capitalised(sentence.slice(again.length)) : sentence
}

/** The word that goes with the sign: `seen 3 min ago`, `waiting`, `wrong, 1 min ago`. */
export function checkWord({ state, at }: Check, nowMs: number): string {
  switch (state) {
    case 'done':
      return at === null ? 'done' : `seen ${ageAt(at, nowMs)}`
    case 'waiting':
      return 'waiting'
    case 'wrong':
      return at === null ? 'wrong' : `wrong, ${ageAt(at, nowMs)}`
  }
}

/** For the ear: what has changed since; null where nothing has. */
export function checkNews(before: Check[], now: Check[]): string | null {
  const changed = now.filter(({ code, state }) => before.find((one) => one.code === code)?.state !== state)
  if (changed.length === 0) return null
  return changed
    .map((check) =>
      check.state === 'wrong'
        ? `${checkTitle(check)}. ${checkSentence(check)}`
        : `${checkTitle(check)}: ${check.state}.`,
    )
    .join(' ')
}
