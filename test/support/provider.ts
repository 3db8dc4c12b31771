import { proof } from './settings.ts'

/** The in-call log of the provider's document, some of its fields replaced. */
export function inCallLog(changes: object = {}): Record<string, unknown> {
  return {
    id: '5f25296c4122c135',
    uid: 'n2.1596270949.2175190',
    reference_id: 'fd771ed0-d3d1-11ea-935a-9a5b7644c4f0',
    company_id: '5cd40f6554442586',
    clid_raw: '919711636496',
    clid: '9711636496',
    rdnis: 'unknown',
    call_state: '1',
    event: '2',
    status: null,
    users: ['918586848544'],
    created: '2020-08-01 08:35:56',
    call_time: '2020-08-01 08:35:56',
    public_ivr_id: '5ee9a795b318a786',
    client_ref_id: 'fdfdfdf',
    job_id: null,
    ...changes,
  }
}

export function form(log: object): string {
  return `myoperator=${encodeURIComponent(JSON.stringify(log))}`
}

/** The provider's own POST, proof included. Resolves with the status; rejects where no answer comes. */
export async function deliver(
  url: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<number> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', [proof[0]]: proof[1], ...headers },
    body,
  })
  await answer.arrayBuffer()
  return answer.status
}
