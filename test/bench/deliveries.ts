import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLog } from '../../main/log.ts'
import { openReader } from '../../main/reader.ts'
import { formBodies } from './bodies.ts'
import { startDoor } from './door.ts'
import { sendLoad } from './load.ts'
import { type Measured, median } from './table.ts'

const connections = 64
const deliveries = 20_000
const warmUp = 4_000
const rounds = 3

const cli = join(import.meta.dirname, '../../main/cli.ts')
const bareKoa = join(import.meta.dirname, 'bare-koa.ts')

interface Round {
  ours: number
  /** Until the last call is in the call book, saved. */
  oursToBook: number
  bare: number
}

/** C1: durable deliveries per second beside Koa alone, which keeps nothing. The two take turns. */
export async function measureDeliveries(): Promise<Measured[]> {
  const measured: Round[] = []
  for (let round = 0; round < rounds; round++) {
    measured.push({ bare: await measureBare(), ...(await measureOurs()) })
  }
  const of = (pick: (round: Round) => number) => median(measured.map(pick))
  const perSecond = (value: number) => `${Math.round(value).toLocaleString('en')}/s`
  const bare = of((round) => round.bare)
  return [
    {
      work: `C1: durable deliveries, ${connections} connections, until the last reply`,
      ours: perSecond(of((round) => round.ours)),
      peer: `bare Koa ${perSecond(bare)}`,
      ratio: of((round) => round.ours / round.bare),
      goal: '≥ 0.85 ×',
    },
    {
      work: 'C1: the same, until the last call is saved in the call book',
      ours: perSecond(of((round) => round.oursToBook)),
      peer: `bare Koa ${perSecond(bare)}`,
      ratio: of((round) => round.oursToBook / round.bare),
      goal: '≥ 0.5 ×',
    },
  ]
}

async function measureBare(): Promise<number> {
  const door = await startDoor(bareKoa)
  await sendLoad(door, formBodies(warmUp), connections)
  const perSecond = await sendLoad(door, formBodies(deliveries, warmUp), connections)
  await door.stop()
  return perSecond
}

async function measureOurs(): Promise<Omit<Round, 'bare'>> {
  const dir = await mkdtemp(join(tmpdir(), 'ringtray-bench-'))
  try {
    const door = await startDoor(cli, ['serve', '--data', dir, '--port', '0', '--show-token'])
    await sendLoad(door, formBodies(warmUp), connections)
    const startedMs = performance.now()
    const perSecond = await sendLoad(door, formBodies(deliveries, warmUp), connections)
    // Stopping takes everything into the book and saves it.
    await door.stop()
    const oursToBook = deliveries / ((performance.now() - startedMs) / 1_000)
    await checkAllThere(dir, (warmUp + deliveries) / 4)
    return { ours: perSecond, oursToBook }
  } finally {
    await rm(dir, { recursive: true })
  }
}

/** A figure for work that was not done is none. */
async function checkAllThere(dir: string, calls: number): Promise<void> {
  const { callBook } = await openReader(
    dir,
    createLog(() => {}),
  )
  if (callBook.index.size() !== calls) throw new Error(`${callBook.index.size()} calls instead of ${calls}`)
}
