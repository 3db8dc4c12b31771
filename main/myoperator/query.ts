import type { QueryField } from '../../shared/settings.ts'
import type { Told } from '../calls/fact.ts'
import type { LiveLog } from './live-log.ts'
import type { Context, Refusal } from './reading.ts'
import { tellLive } from './tell-live.ts'
import { agentTexts } from './values/agents.ts'
import { numberTexts } from './values/customer.ts'

type Pairs = readonly (readonly [name: string, value: string])[]

/** A GET: nothing but parameters whose names the customer chose. */
export function readQuery(pairs: Pairs, context: Context): Told | Refusal {
  return tellLive(queryLog(pairs, context), context.country)
}

/** The parameters by the panel's fields; names that are neither mapped nor obvious are custom. */
export function queryLog(pairs: Pairs, context: Context): LiveLog {
  const mapped = new Map(Object.entries(context.queryFields).map(([name, to]) => [plain(name), to]))
  const values = new Map<QueryField, string>()
  const custom: [string, string][] = []
  for (const [name, value] of pairs) {
    const to = mapped.get(plain(name)) ?? obvious.get(plain(name))
    if (to === undefined) custom.push([name, value])
    else if (!values.get(to)?.trim()) values.set(to, value)
  }
  return {
    at: values.get('createdAt'),
    callState: values.get('callState'),
    event: values.get('event'),
    status: values.get('status'),
    uid: values.get('uid'),
    companyId: values.get('companyId'),
    line: values.get('serviceNumber'),
    ivrId: values.get('ivrId'),
    referenceId: values.get('referenceId'),
    clientReferenceId: values.get('clientReferenceId'),
    customer: numberTexts(values.get('customerNumber'), values.get('customerNumberNational')),
    users: agentTexts(values.get('agentNumber')),
    usersPickedUp: true,
    custom,
  }
}

/** Case, `-` and `_` do not matter. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, '')
}

const obviousNames: Record<QueryField, string> = {
  customerNumber:
    'callernumber caller callerid clid cl number phone phonenumber mobile mobilenumber customernumber customerphone',
  customerNumberNational:
    'clidraw cr callernumberraw callernumbernational customernumbernational nationalnumber',
  createdAt: 'created createdat createdtime creationdate calltime timestamp',
  event: 'event calldirection direction',
  status: 'status callstatus',
  callState: 'callstate state',
  uid: 'uid ui callid calluid uniqueid sessionid',
  companyId: 'companyid ci',
  serviceNumber: 'servicenumber rdnis did virtualnumber linenumber',
  agentNumber: 'agent agentnumber agentphone agentcontact user usernumber userphone usersphonenumber users',
  referenceId: 'referenceid refid ri',
  clientReferenceId: 'clientrefid clientreferenceid clientref cri',
  ivrId: 'ivrid publicivrid ivid',
}

const obvious = new Map(
  (Object.entries(obviousNames) as [QueryField, string][]).flatMap(([to, names]) =>
    names.split(' ').map((name) => [name, to] as const),
  ),
)
