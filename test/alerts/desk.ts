import { setImmediate as nextTurn } from 'node:timers/promises'
import { vi } from 'vitest'
import { createAlerts } from '../../main/alerts/alerts.ts'
import { type CallBook, openCallBook } from '../../main/calls/book/call-book.ts'
import type { Told } from '../../main/calls/fact.ts'
import { createDisplay } from '../../main/display.ts'
import { createEditor } from '../../main/interpretation/editor.ts'
import type { JournalEntry } from '../../main/journal/entry.ts'
import { createLog } from '../../main/log.ts'
import type { CallCardRow, CardRow } from '../../shared/card.ts'
import { defaultSettings, type Settings } from '../../shared/settings.ts'
import { secondMs, toInstant } from '../../shared/time.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { bannersOfASystem } from './stage.ts'

/** Clocks are fake; what waits for the disk is not. */
export const fakeTimers = ['setTimeout', 'clearTimeout', 'Date'] as const

/** The alerts of a desk with a real call book, as a start would find it in that folder. */
export async function openDesk(values: Partial<Settings> = {}, dir = tempFolder()) {
  const settings: Settings = { ...defaultSettings, me: ['+919000010002'], ...values }
  const said: string[] = []
  const log = createLog((line) => said.push(line))
  const callBook: CallBook = await openCallBook({ dir, readOnly: false, log })
  await callBook.load()
  const banners = bannersOfASystem()
  let rows: CardRow[] = []
  let statuses = 0
  let seq = callBook.saved().nextSeq

  const edit = createEditor({
    callBook,
    desk: 'a',
    now: Date.now,
    async keep(entry) {
      const changed = await callBook.edit(entry)
      if (changed !== null) alerts.onChanged(changed, { seq: seq++, ...entry })
    },
  })
  const alerts = createAlerts({
    receiver: { callBook, edit, ready: Promise.resolve() },
    settings: () => settings,
    card: {
      show(shown) {
        rows = shown
      },
    },
    banners: banners.presenter,
    display: () => createDisplay(settings),
    onStatus: () => void statuses++,
    now: Date.now,
    log,
  })
  await nextTurn()

  return {
    alerts,
    banners,
    callBook,
    dir,
    edit,
    said,
    statuses: () => statuses,
    rows: () => rows,
    calls: () => rows.filter((row): row is CallCardRow => row.kind === 'call'),
    states: () => rows.map((row) => (row.kind === 'call' ? `${row.id} ${row.state}` : row.kind)),
    change(changes: Partial<Settings>) {
      Object.assign(settings, changes)
      alerts.onSettingsChanged()
    },
    /** A delivery; what was done about it is kept when this resolves. */
    async tell(told: Told, uid: string, key = `${uid} ${told.kind} ${told.at}`) {
      const receivedAt = toInstant(Date.now())
      const entry: JournalEntry = { kind: 'delivery', seq: seq++, id: `d${seq}`, receivedAt, method: 'POST' }
      const place = { key, repeatable: false, seq: entry.seq, deliveryId: entry.id, receivedAt }
      const changed = await callBook.take({ ...told, uid }, place)
      alerts.onChanged(changed, entry)
      await edit('nobody', () => null)
    },
    async kept(uid: string) {
      await edit('nobody', () => null)
      return (await callBook.record(uid))?.edits.alert?.value
    },
    async stop() {
      alerts.stop()
      await edit('nobody', () => null)
      await callBook.save(seq - 1, seq)
    },
  }
}

/** Time passes, and what it sets off is done. */
export async function passing(seconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(seconds * secondMs)
  await nextTurn()
}
