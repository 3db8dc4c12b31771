import { join } from 'node:path'
import { Low } from 'lowdb'
import type { RequestMeterReading } from '../../../shared/reach.ts'
import { DamagedFile, jsonFile } from '../../disk/json-file.ts'
import type { Log } from '../../log.ts'
import { addRequest, type MonthCount, monthOf, readMeter } from './meter.ts'

/** `requests.json` of the data folder: how many requests came through the tunnel this month, refused ones too. */
export interface RequestMeter {
  count(): void
  read(limit: number): RequestMeterReading
  /** Saves what is counted. */
  close(): Promise<void>
}

export interface MeterOptions {
  dir: string
  now(): number
  log: Log
}

/** What a crash may forget. */
const saveAfterMs = 30_000

export async function openRequestMeter({ dir, now, log }: MeterOptions): Promise<RequestMeter> {
  const file = new Low<MonthCount>(
    jsonFile({
      path: join(dir, 'requests.json'),
      parse: parseCount,
      stringify: (count) => `${JSON.stringify(count)}\n`,
      repair: true,
      log,
    }),
    { month: monthOf(now()), requests: 0 },
  )
  await file.read()
  let timer: NodeJS.Timeout | null = null
  let saving = Promise.resolve()

  function save(): Promise<void> {
    timer = null
    saving = saving
      .then(() => file.write())
      .catch((error) => log.warn('meter.not-saved', 'requests.json could not be written', error))
    return saving
  }

  return {
    count() {
      file.data = addRequest(file.data, now())
      timer ??= setTimeout(save, saveAfterMs).unref()
    },
    read: (limit) => readMeter(file.data, limit, now()),
    async close() {
      if (timer === null) return saving
      clearTimeout(timer)
      await save()
    },
  }
}

function parseCount(text: string): MonthCount {
  const { month, requests } = (JSON.parse(text) ?? {}) as Partial<MonthCount>
  if (typeof month !== 'string' || !Number.isSafeInteger(requests) || Number(requests) < 0) {
    throw new DamagedFile('it is not what was counted')
  }
  return { month, requests: Number(requests) }
}
