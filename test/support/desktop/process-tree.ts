import { readdirSync, readFileSync } from 'node:fs'

export interface ProcessFacts {
  pid: number
  parent: number
  command: string[]
  /** 2: a filter of system calls is in force. */
  seccomp: number
}

/** A process and everything below it, as Linux lists them. */
export function processesBelow(pid: number): ProcessFacts[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(factsOf)
  const below = new Set([pid])
  for (const { pid: child, parent } of all.sort((a, b) => a.pid - b.pid))
    if (below.has(parent)) below.add(child)
  return all.filter((one) => below.has(one.pid))
}

function factsOf(name: string): ProcessFacts[] {
  try {
    const status = readFileSync(`/proc/${name}/status`, 'utf8')
    const number = (field: string) => Number(new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(status)?.[1])
    const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').split(/[\0 ]/)
    return [{ pid: Number(name), parent: number('PPid'), command, seccomp: number('Seccomp') }]
  } catch {
    // It ended between the listing and the look.
    return []
  }
}
