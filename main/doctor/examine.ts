import { join } from 'node:path'
import { defaultSettings } from '../../shared/settings.ts'
import { newestRealCalls } from '../set-up/what-arrived.ts'
import { examineClock } from './calls/clock.ts'
import { examineHowCallsCame, examineUids } from './calls/how-calls-came.ts'
import { examineHolder, findHolder } from './door/holder.ts'
import { examinePort } from './door/port.ts'
import { examineProofs } from './door/proofs.ts'
import { examinePublicAddress } from './door/public-address.ts'
import { examineWayIn } from './door/way-in.ts'
import { type Finding, look } from './finding.ts'
import { examineCallBook } from './folder/call-book.ts'
import { examineDisk } from './folder/disk.ts'
import { examineJournal } from './folder/journal.ts'
import { examinePermissions } from './folder/permissions.ts'
import { examineSettings } from './folder/settings.ts'

/** Looks at a data folder, beside a running app too, and changes nothing in it. The order is that of a webhook's way. */
export async function examine(dir: string, now: () => number): Promise<Finding[]> {
  const holder = await findHolder(dir)
  const { settings, findings: aboutSettings } = await examineSettings(dir)
  const findings = [
    ...(await look('disk', () => examineDisk(dir, now))),
    ...(await look('permissions', () => examinePermissions(dir))),
    ...aboutSettings,
    examineHolder(holder),
  ]
  if (settings !== null) {
    const { tunnel, proofs } = settings
    findings.push(
      ...(await look('port', () => examinePort(settings, holder))),
      ...examineProofs(proofs),
      ...(await look('way in', () => examineWayIn(dir, tunnel))),
    )
    if (tunnel !== null && holder !== null) {
      findings.push(...(await look('public address', () => examinePublicAddress(dir, tunnel))))
    }
  }
  return [...findings, ...(await look('journal', () => examineKept(dir, settings ?? defaultSettings)))]
}

async function examineKept(dir: string, settings: Parameters<typeof examineJournal>[1]): Promise<Finding[]> {
  const { evidence, findings } = await examineJournal(join(dir, 'journal'), settings)
  const { callBook, findings: aboutBook } = await examineCallBook(dir)
  findings.push(...aboutBook)
  if (callBook === null) return findings
  const records = await newestRealCalls(callBook)
  return [
    ...findings,
    examineClock(records, callBook),
    ...(await examineHowCallsCame(callBook, evidence)),
    ...examineUids(records),
  ]
}
