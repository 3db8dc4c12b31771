import { describeError } from '../errors.ts'

/** What one look found, for a person. */
export interface Finding {
  check: CheckName
  /** `warn`: it works, and could be better. `fail`: calls are lost, or will be. */
  level: 'ok' | 'warn' | 'fail'
  /** What is, what it means, what to do. Outside text in it is not made harmless yet. */
  sentence: string
}

export type CheckName =
  | 'disk'
  | 'permissions'
  | 'settings'
  | 'app'
  | 'port'
  | 'proofs'
  | 'way in'
  | 'public address'
  | 'journal'
  | 'call book'
  | 'clock'
  | 'calls'
  | 'uid'

export function ok(check: CheckName, sentence: string): Finding {
  return { check, level: 'ok', sentence }
}

export function warn(check: CheckName, sentence: string): Finding {
  return { check, level: 'warn', sentence }
}

export function fail(check: CheckName, sentence: string): Finding {
  return { check, level: 'fail', sentence }
}

/** A look that could not be taken is a finding too, and keeps none of the others from being taken. */
export async function look(check: CheckName, findings: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await findings()
  } catch (error) {
    return [fail(check, `This could not be looked at: ${describeError(error)}.`)]
  }
}
