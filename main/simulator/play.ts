import { afterCallLog } from './dialects/after-call.ts'
import { inCallLogs } from './dialects/in-call.ts'
import { querySteps } from './dialects/query.ts'
import { v2Steps } from './dialects/v2.ts'
import { formStep, jsonStep, type Random, type Step } from './step.ts'
import { storyMs } from './stories/moments.ts'
import type { Story } from './stories/story.ts'
import { createTelling, type Telling } from './telling.ts'

export const dialects = ['v1-form', 'v1-json', 'v2', 'get'] as const

export type Dialect = (typeof dialects)[number]

/** The deliveries of one call in the order of the call; `startAt` in epoch ms, told in whole seconds. */
export function play(story: Story, dialect: Dialect, options: { startAt: number; random: Random }): Step[] {
  const telling = createTelling(story, options)
  switch (dialect) {
    case 'v1-form':
      return v1Steps(telling, formStep)
    case 'v1-json':
      return v1Steps(telling, jsonStep)
    case 'v2':
      return v2Steps(telling)
    case 'get':
      return querySteps(telling)
  }
}

function v1Steps(telling: Telling, step: typeof formStep): Step[] {
  return [
    ...inCallLogs(telling).map(({ afterMs, log }) => step(afterMs, log)),
    // A webhook of its own in MyOperator's panel, so it stays a form where the in-call one sends JSON.
    formStep(storyMs(telling.story), afterCallLog(telling)),
  ]
}
