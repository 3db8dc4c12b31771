/** Form bodies as MyOperator sends them: four deliveries a call, every call with a uid of its own. */
export function formBodies(count: number, firstCall = 0): string[] {
  return Array.from({ length: count }, (_, at) => {
    const call = firstCall + Math.floor(at / 4)
    return `myoperator=${encodeURIComponent(JSON.stringify(inCallLog(call, at % 4)))}`
  })
}

const epoch = Math.floor(Date.now() / 1_000)
const states = ['1', '5', '6', '2'] as const

function inCallLog(call: number, step: number) {
  const created = new Date((epoch + step) * 1_000).toISOString().slice(0, 19).replace('T', ' ')
  const customer = `98230${String(call % 100_000).padStart(5, '0')}`
  return {
    id: `${epoch.toString(16)}${String(call % 100_000_000).padStart(8, '0')}`,
    uid: `n2.${epoch}.${call}`,
    reference_id: '',
    company_id: '5cd40f6554442586',
    clid_raw: customer,
    clid: `+91${customer}`,
    rdnis: '911140000000',
    call_state: states[step],
    event: '1',
    status: step === 3 ? '1' : null,
    users: step === 0 ? [] : [`9190000${10_000 + (call % 12)}`],
    created,
    call_time: created,
    public_ivr_id: '5ee9a795b318a786',
    client_ref_id: '',
    job_id: null,
    department_name: 'Sales',
  }
}
