import { inCallLog } from '../provider.ts'

export interface ACallOptions {
  /** E.164 without the plus, as the provider sends it. */
  number: string
  startedMs?: number
  department?: string
  agent?: string
  changes?: object
}

/** The deliveries of one incoming call as MyOperator words them. */
export interface ACall {
  uid: string
  reaches: object
  rings: object
  answered: object
  ends: object
}

let calls = 0

/** An incoming call that begins now unless told otherwise. */
export function aCall({
  number,
  startedMs = Date.now(),
  department = 'Sales',
  agent = '918586848544',
  changes = {},
}: ACallOptions): ACall {
  const uid = `n1.${Math.floor(startedMs / 1_000)}.${process.pid}${++calls}`
  const created = new Date(startedMs).toISOString().slice(0, 19).replace('T', ' ')
  const state = (code: string) =>
    inCallLog({
      uid,
      event: '1',
      call_state: code,
      clid: `+${number}`,
      clid_raw: number,
      rdnis: '911140000000',
      users: [agent],
      department_name: department,
      created,
      call_time: created,
      ...changes,
    })
  return { uid, reaches: state('1'), rings: state('5'), answered: state('6'), ends: state('2') }
}

/** `919823045678` as the app writes it. */
export function grouped(number: string): string {
  return `${number.slice(2, 7)} ${number.slice(7)}`
}
