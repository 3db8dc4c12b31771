import type { SetUp } from '../../../shared/set-up.ts'

export const stepNames = ['reached', 'pasted', 'me', 'seen'] as const
export type StepName = (typeof stepNames)[number]

/** `wrong`: somebody has to do something about it. */
export type StepState = 'done' | 'waiting' | 'wrong'
export type StepStates = Record<StepName, StepState>

/** What the step is called in the list of steps, and in the button that leads to it. */
export const stepTitles: Record<StepName, string> = {
  reached: 'How you are reached',
  pasted: 'Paste into MyOperator',
  me: 'Who am I',
  seen: 'Did you see it?',
}

/** `hasSeen`: the notification, as somebody has said in this window. */
export function stepStates(setUp: SetUp, { hasSeen }: { hasSeen: boolean }): StepStates {
  return {
    reached: reachState(setUp),
    pasted: pasteState(setUp),
    me: setUp.me.length > 0 ? 'done' : 'waiting',
    seen: setUp.notificationProblem !== null ? 'wrong' : hasSeen ? 'done' : 'waiting',
  }
}

/** Where to begin: the first that is not done. */
export function firstOpenStep(states: StepStates): StepName {
  return stepNames.find((name) => states[name] !== 'done') ?? 'reached'
}

export function stepAfter(name: StepName): StepName | null {
  return stepNames[stepNames.indexOf(name) + 1] ?? null
}

export function stepBefore(name: StepName): StepName | null {
  return stepNames[stepNames.indexOf(name) - 1] ?? null
}

function reachState({ reach: { tunnel, hearing, meter } }: SetUp): StepState {
  const isBroken = tunnel.problem !== null || hearing.word === 'not reachable' || hearing.alarm !== null
  if (meter?.level === 'full') return 'wrong'
  if (isBroken && tunnel.state !== 'starting') return 'wrong'
  return hearing.word === 'hearing' || tunnel.state === 'proven' ? 'done' : 'waiting'
}

function pasteState({ isDone, checks, reach }: SetUp): StepState {
  if (reach.hearing.urlChanged !== null || checks.some(({ state }) => state === 'wrong')) return 'wrong'
  return isDone ? 'done' : 'waiting'
}
