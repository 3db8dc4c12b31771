import { me } from './running-app.ts'

const colleague = '919000010001'
let calls = 0

/** The form bodies of one incoming call that begins now, each call with a number of its own. */
export interface ACall {
  /** As it is written on card and banner. */
  number: string
  rings: string
  answeredByColleague: string
  ends: string
}

export function aCall(): ACall {
  const number = `98311${String(++calls).padStart(5, '0')}`
  const seconds = Math.floor(Date.now() / 1_000)
  const created = new Date().toISOString().slice(0, 19).replace('T', ' ')
  const body = (state: '5' | '6' | '2', users: string[]) =>
    `myoperator=${encodeURIComponent(
      JSON.stringify({
        id: `${seconds.toString(16)}${String(calls).padStart(8, '0')}`,
        uid: `n3.${seconds}.${calls}`,
        reference_id: '',
        company_id: '5cd40f6554442586',
        clid_raw: `91${number}`,
        clid: `+91${number}`,
        rdnis: '911140000000',
        call_state: state,
        event: '1',
        status: state === '2' ? '1' : null,
        users,
        created,
        call_time: created,
        public_ivr_id: '5ee9a795b318a786',
        client_ref_id: '',
        job_id: null,
        department_name: 'Sales',
      }),
    )}`
  return {
    number: `${number.slice(0, 5)} ${number.slice(5)}`,
    rings: body('5', [me]),
    answeredByColleague: body('6', [colleague]),
    ends: body('2', [colleague]),
  }
}
