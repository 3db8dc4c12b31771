import type { Agent } from '../../../shared/call.ts'
import type { Fact, ToldAgent } from '../fact.ts'

/** Everyone whom a call's facts name, each once. */
export interface People {
  /** In order of first mention. */
  agents: Agent[]
  find(told: ToldAgent): Agent | undefined
}

interface Person {
  agent: Agent
  place: number
  identities: string[]
}

/** Agents who share a number or an id are one, also where only a later fact shows it. */
export function gatherPeople(ordered: readonly Fact[]): People {
  const people: Person[] = []
  const byIdentity = new Map<string, Person>()

  function meet([first, second]: [string, string?]): void {
    const person = unite(byIdentity.get(first), second === undefined ? undefined : byIdentity.get(second))
    learn(person, first)
    if (second !== undefined) learn(person, second)
  }

  function unite(a: Person | undefined, b: Person | undefined): Person {
    if (a === undefined || b === undefined) return a ?? b ?? newcomer()
    if (a === b) return a
    const [earlier, later] = a.place < b.place ? [a, b] : [b, a]
    for (const identity of later.identities) learn(earlier, identity)
    return earlier
  }

  function newcomer(): Person {
    const person = { agent: unknownAgent(), place: people.length, identities: [] }
    people.push(person)
    return person
  }

  function learn(person: Person, identity: string): void {
    if (byIdentity.get(identity) === person) return
    byIdentity.set(identity, person)
    person.identities.push(identity)
  }

  for (const fact of ordered) {
    for (const told of fact.agents ?? []) {
      const identities = identitiesOf(told)
      if (identities !== null) meet(identities)
    }
  }
  return {
    agents: people.filter((person) => isStillThemselves(person, byIdentity)).map((person) => person.agent),
    find: (told) => byIdentity.get(identitiesOf(told)?.[0] ?? '')?.agent,
  }
}

// A person who turned out to be somebody met earlier has lost every identity to them.
function isStillThemselves(person: Person, byIdentity: ReadonlyMap<string, Person>): boolean {
  return person.identities.some((identity) => byIdentity.get(identity) === person)
}

/** An agent of whom only the name is told is known by that name; one who is told without anything is nobody. */
function identitiesOf({ number, id, name }: ToldAgent): [string, string?] | null {
  if (number !== undefined) return id === undefined ? [number] : [number, id]
  if (id !== undefined) return [id]
  return name === undefined ? null : [`name:${name}`]
}

function unknownAgent(): Agent {
  return {
    number: null,
    id: null,
    name: null,
    extension: null,
    result: 'rung',
    ringSeconds: null,
    talkSeconds: null,
  }
}
