import { safeText } from '../../../shared/safe-text.ts'
import type { SetUp } from '../../../shared/set-up.ts'
import { checkSentence, checkTitle } from '../checks/check-wording.ts'
import { nobodyChosen } from '../me/me-wording.ts'
import { heardText, hostOf, provenText, reachWord } from '../reach/live/reach-wording.ts'
import { type StepName, type StepState, type StepStates, stepNames } from '../steps/steps.ts'

export interface HealthLine {
  name: StepName
  title: string
  state: StepState
  /** The word that goes with the sign. */
  word: string
  line: string
}

/** The steps of the set-up, folded to one line each. */
export function healthLines(setUp: SetUp, states: StepStates, nowMs: number): HealthLine[] {
  const { reach, me, notificationProblem } = setUp
  return [
    {
      name: 'reached',
      title: 'How you are reached',
      state: states.reached,
      word: reachWord(reach),
      line: reachLine(setUp, nowMs),
    },
    { name: 'pasted', title: 'What MyOperator sends', state: states.pasted, ...pasteLine(setUp) },
    {
      name: 'me',
      title: 'Who you are',
      // To watch all calls is nothing to mend.
      state: 'done',
      word: me.length > 0 ? 'Told' : 'All calls',
      line: me.length > 0 ? me.map(({ label }) => safeText(label)).join(', ') : nobodyChosen,
    },
    {
      name: 'seen',
      title: 'Notifications',
      state: notificationProblem === null ? 'done' : 'wrong',
      word: notificationProblem === null ? 'Fine' : 'Not shown',
      line:
        notificationProblem === null ? 'Nothing is known to hold them back' : safeText(notificationProblem),
    },
  ]
}

/** What the page says at its top. */
export function healthTitle(lines: HealthLine[]): string {
  const wrong = lines.filter(({ state }) => state === 'wrong').length
  if (wrong > 0) return wrong === 1 ? 'One thing needs you' : `${capitalCount(wrong)} things need you`
  return lines.every(({ state }) => state === 'done') ? 'All is well' : 'Nothing is wrong'
}

function capitalCount(count: number): string {
  return ['Two', 'Three', 'Four'][count - 2] ?? String(count)
}

function reachLine({ reach }: SetUp, nowMs: number): string {
  const { tunnel, hearing } = reach
  if (hearing.alarm !== null) return safeText(hearing.alarm.sentence)
  const where = tunnel.publicUrl === null ? [] : [safeText(hostOf(tunnel.publicUrl))]
  return [...where, `path proven ${provenText(reach, nowMs)}`, `heard ${heardText(reach, nowMs)}`].join(' · ')
}

function pasteLine({ reach, checks }: SetUp): Pick<HealthLine, 'word' | 'line'> {
  if (reach.hearing.urlChanged !== null)
    return { word: 'To paste', line: 'The address is a new one: paste it into MyOperator’s panel' }
  const wrong = checks.filter(({ state }) => state === 'wrong')
  const [first] = wrong
  if (first !== undefined)
    return { word: 'Wrong', line: `${checkTitle(first)}: ${safeText(checkSentence(first))}` }
  const done = checks.filter(({ state }) => state === 'done').length
  const isAll = done === checks.length
  return { word: isAll ? 'Right' : 'Works', line: `${done} of ${checks.length} seen` }
}

/** What is wrong is unfolded already. */
export function unfoldedAtFirst(states: StepStates): StepName[] {
  return stepNames.filter((name) => states[name] === 'wrong')
}
