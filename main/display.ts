import type { Customer } from '../shared/call.ts'
import { groupInternational, groupNumber } from '../shared/phone-number.ts'

/** How this desk writes numbers and names its agents. */
export interface Display {
  number(e164: string): string
  internationalNumber(e164: string): string
  /** A name, else a grouped number, else an id; `you` for this desk's own agent. */
  agent(agent: { number?: string | null; id?: string | null; name?: string | null }): string
  isMe(agent: { number?: string | null; id?: string | null }): boolean
}

export interface DisplayOptions {
  country: string
  me: string[]
}

/** `nameOf`: what an agent who is told by number or id is called, where that is known. */
export function createDisplay(
  { country, me }: DisplayOptions,
  nameOf: (key: string) => string | null = () => null,
): Display {
  const isMe: Display['isMe'] = (agent) => isOneOf(me, agent)
  const number = (e164: string) => (e164.startsWith('+') ? groupNumber(e164, country) : e164)
  return {
    number,
    internationalNumber: groupInternational,
    isMe,
    agent(agent) {
      if (isMe(agent)) return 'you'
      const known = agent.name ?? nameOf(agent.number ?? '') ?? nameOf(agent.id ?? '')
      return known ?? (agent.number ? number(agent.number) : null) ?? agent.id ?? 'somebody'
    },
  }
}

/** A customer's number as it is shown: grouped, as it came where it is no number, null where it is withheld. */
export function shownNumber(
  { number, raw, withheld }: Pick<Customer, 'number' | 'raw' | 'withheld'>,
  display: Display,
): string | null {
  if (withheld) return null
  return number === null ? raw : display.number(number)
}

/** Whose calls are shown at this desk. */
export interface Desk {
  /** Numbers (E.164) or ids of its agent. */
  me: string[]
  /** While nobody is set: agents of whom it is known that they sit elsewhere. */
  notMe: string[]
}

/** Nobody configured: every call is mine, but for those of agents who sit elsewhere. Nobody named: it may be mine. */
export function isMine(
  agents: { number?: string | null; id?: string | null }[],
  { me, notMe }: Desk,
): boolean {
  if (agents.length === 0) return true
  return me.length > 0
    ? agents.some((agent) => isOneOf(me, agent))
    : !agents.every((agent) => isOneOf(notMe, agent))
}

function isOneOf(keys: string[], { number, id }: { number?: string | null; id?: string | null }): boolean {
  return (number != null && keys.includes(number)) || (id != null && keys.includes(id))
}
