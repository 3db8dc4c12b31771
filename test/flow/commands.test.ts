import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Call } from '../../shared/call.ts'
import { payload } from '../myoperator/support.ts'
import { entriesIn } from '../support/files.ts'
import { startLoad } from '../support/load.ts'
import { callsIn, type PrintedDelivery } from '../support/printed.ts'
import { programPath, run } from '../support/program.ts'
import { deliver, form, inCallLog } from '../support/provider.ts'
import { startServe } from '../support/serve.ts'
import { folderWith } from '../support/settings.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** A stopped folder with three calls of three days. */
let dir: string
const latin1 = Buffer.from('{"uid":"caf\xe9"', 'latin1')

beforeAll(async () => {
  dir = folderWith()
  const serve = await startServe({ dir })
  const bodies = [
    form(inCallLog({ department_name: '=HYPERLINK("https://example.com","x")', client_ref_id: '+1+1' })),
    form(payload('after-call')),
    JSON.stringify(payload('v2-summary')),
    form(payload('after-call')),
    JSON.stringify({ colour: 'blue' }),
  ]
  for (const body of bodies) expect(await deliver(serve.url, body)).toBe(204)
  expect(await deliver(serve.url, latin1 as unknown as string)).toBe(400)
  expect(await deliver(`${serve.url}?uid=n2.1596270949.2175190&campaign=@monsoon`, '')).toBe(204)
  await serve.stop()
}, 60_000)

const inCallId = 'n2.1596270949.2175190'
const afterCallId = 'n2.1596267096.77'
const v2Id = 's4.1772429460.881'

async function callIds(...args: string[]): Promise<string[]> {
  return (await callsIn(dir, ...args)).map(({ id }) => id)
}

describe('calls', () => {
  it('prints json: an array of calls, newest first, and only that on stdout', async () => {
    const { code, stdout, stderr } = await run('calls', '--data', dir, '--format', 'json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const calls = JSON.parse(stdout) as Call[]
    expect(calls.map(({ id }) => id)).toEqual([v2Id, inCallId, afterCallId])
    for (const call of calls) expect(Object.keys(call)).toEqual(expect.arrayContaining(callFields))
    expect(calls[2]?.agents.map(({ name }) => name)).toEqual(['रवि कुमार', 'Asha Rao'])
  })

  it('prints csv: a head, one line per call, and every field as a spreadsheet shall read it', async () => {
    const { code, stdout } = await run('calls', '--data', dir, '--format', 'csv')
    expect(code).toBe(0)
    const [head = [], ...rows] = parseCsv(stdout)
    expect(head.slice(0, 2)).toEqual(['id', 'startedAt'])
    expect(rows.map(([id]) => id)).toEqual([v2Id, inCallId, afterCallId])
    for (const row of rows) expect(row).toHaveLength(head.length)
    const inCall = rows[1] ?? []
    expect(inCall[head.indexOf('department')]).toBe('\'=HYPERLINK("https://example.com","x")')
    expect(inCall[head.indexOf('customerNumber')]).toBe('+919711636496')
  })

  it('lets nothing from outside begin a formula in csv', async () => {
    const { stdout } = await run('calls', '--data', dir, '--format', 'csv')
    for (const field of parseCsv(stdout).flat()) {
      expect(field).toMatch(/^(?![=+\-@\t\r]).*$|^[+-]\d+$/s)
    }
  })

  it('prints a table for people, and does so where no format is named', async () => {
    const { code, stdout } = await run('calls', '--data', dir)
    expect(code).toBe(0)
    expect(stdout).toBe((await run('calls', '--data', dir, '--format', 'table')).stdout)
    const lines = stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(4)
    expect(lines[1]).toContain('रवि कुमार')
    expect(lines[1]).toContain('connected')
    // This computer's zone, half an hour beside the full one.
    expect(lines[1]).toContain('2026-03-02 11:01:00')
  })

  it.each([
    ['every digit', '9711636496', 3],
    ['a fragment', '11636', 3],
    ['grouped', '97116 36496', 3],
    ['international, grouped', '+91 97116-36496', 3],
    ['a trunk zero', '097116-36496', 3],
    ['in brackets', '(+91) 97116.36496', 3],
    ['another number', '9711636497', 0],
    ['digits in another order', '6496 97116', 0],
  ])('--query finds a number by %s', async (_, query, count) => {
    expect(await callIds('--query', query)).toHaveLength(count)
  })

  it('--query and --since are read from the command line', async () => {
    const { stdout } = await run(
      'calls',
      '--data',
      dir,
      '--format',
      'json',
      '--query',
      '097116',
      '--since=2021-01-01',
    )
    expect((JSON.parse(stdout) as Call[]).map(({ id }) => id)).toEqual([v2Id])
  })

  it.each([
    ['a name in Devanagari', 'रवि', [v2Id, afterCallId]],
    ['both its words, in any order', 'कुमार रवि', [v2Id, afterCallId]],
    ["an agent's name in any case", 'asha', [v2Id, afterCallId]],
    ['words of two agents', 'ASHA कुमार', [v2Id, afterCallId]],
    ['a department', 'sales', [afterCallId]],
    ['a word that is nowhere', 'zebra', []],
    ['one word that is there and one that is not', 'asha zebra', []],
    ['what a pattern would match', '.*', []],
    ['nothing', '', [v2Id, inCallId, afterCallId]],
  ])('--query finds by %s', async (_, query, ids) => {
    expect(await callIds('--query', query)).toEqual(ids)
  })

  it.each<[string[], string[]]>([
    [
      ['--since', '2020-08-01T08:35:49Z'],
      [v2Id, inCallId],
    ],
    [['--since', '2020-08-01T08:35:50Z'], [v2Id]],
    [['--until', '2020-08-01T08:35:49Z'], [afterCallId]],
    [
      ['--until', '2020-08-01T08:35:49.001Z'],
      [inCallId, afterCallId],
    ],
    [
      ['--since', '2020-08-01', '--until', '2020-08-02'],
      [inCallId, afterCallId],
    ],
    [['--since', '2020-08-01 14:05:49', '--until', '2020-08-01 14:05:50'], [inCallId]],
    [['--since', '1h', '--query', 'zebra'], []],
    [
      ['--until', '1d', '--query', 'asha'],
      [v2Id, afterCallId],
    ],
    [['--since', '2030-01-01', '--until', '2020-01-01'], []],
  ])('takes those in time: %j', async (args, ids) => {
    expect(await callIds(...args)).toEqual(ids)
  })

  it('of a folder without calls is [] in json, a head in csv, a sentence in the table', async () => {
    const empty = folderWith()
    await (await startServe({ dir: empty })).stop()
    const print = async (format: string) => (await run('calls', '--data', empty, '--format', format)).stdout
    expect(await print('json')).toBe('[]\n')
    expect((await print('csv')).trimEnd().split('\n')).toHaveLength(1)
    expect(await print('table')).toBe('No calls.\n')
  })

  it('of a folder that was begun and no more is [] as well', async () => {
    const begun = folderWith()
    mkdirSync(join(begun, 'journal'), { mode: 0o700 })
    const { code, stdout, stderr } = await run('calls', '--data', begun, '--format', 'json')
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '[]\n', stderr: '' })
  })

  it.each(['calls', 'deliveries'])(
    '%s of a folder that is not there: exit 1, a sentence, nothing made',
    async (command) => {
      const parent = tempFolder()
      const missing = join(parent, 'missing')
      const { code, stdout, stderr } = await run(command, '--data', missing, '--format', 'json')
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toContain(missing)
      expect(stderr).toMatch(/Check --data/)
      expect(readdirSync(parent)).toEqual([])
    },
  )
})

describe('deliveries', () => {
  let deliveries: PrintedDelivery[]

  beforeAll(async () => {
    const { code, stdout, stderr } = await run('deliveries', '--data', dir, '--format', 'json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    deliveries = JSON.parse(stdout)
  })

  it('prints every one, newest first, with what became of it', () => {
    expect(
      deliveries.map(({ verdict, reason, dialect, callId }) => [verdict, reason, dialect, callId]),
    ).toEqual([
      ['accepted', null, 'query', inCallId],
      ['unreadable', 'no-object', null, null],
      ['unrecognised', 'unknown-shape', null, null],
      ['duplicate', null, 'after-call', afterCallId],
      ['accepted', null, 'v2', v2Id],
      ['accepted', null, 'after-call', afterCallId],
      ['accepted', null, 'in-call', inCallId],
    ])
  })

  it('prints exactly seven fields of each, and every id once', () => {
    for (const delivery of deliveries) {
      expect(Object.keys(delivery).sort()).toEqual([
        ...['callId', 'dialect', 'id', 'method', 'reason', 'receivedAt', 'verdict'],
      ])
      expect(new Date(delivery.receivedAt).toISOString()).toBe(delivery.receivedAt)
    }
    expect(new Set(deliveries.map(({ id }) => id)).size).toBe(deliveries.length)
  })

  it('prints one with its query and its body as it came', async () => {
    const summary = deliveries.find(({ dialect }) => dialect === 'v2')
    expect(await printOne(summary?.id)).toEqual({
      ...summary,
      query: [],
      body: JSON.stringify(payload('v2-summary')),
    })
    const parameters = deliveries.find(({ dialect }) => dialect === 'query')
    expect(await printOne(parameters?.id)).toEqual({
      ...parameters,
      query: [
        ['uid', inCallId],
        ['campaign', '@monsoon'],
      ],
      body: '',
    })
  })

  it('prints a body that is no UTF-8 in base64, byte for byte', async () => {
    const unreadable = deliveries.find(({ verdict }) => verdict === 'unreadable')
    const whole = await printOne(unreadable?.id)
    expect(whole).toEqual({ ...unreadable, query: [], bodyBase64: latin1.toString('base64') })
  })

  it('fails with a sentence for an id that is not kept', async () => {
    const { code, stdout, stderr } = await run(
      'deliveries',
      '--data',
      dir,
      '--id',
      'nobody',
      '--format',
      'json',
    )
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('No delivery nobody is kept')
  })

  it('prints a table where no format is named', async () => {
    const { stdout } = await run('deliveries', '--data', dir)
    expect(stdout.trimEnd().split('\n')).toHaveLength(deliveries.length + 1)
    expect(stdout).toContain('unknown-shape')
  })

  async function printOne(id = '') {
    const { code, stdout } = await run('deliveries', '--data', dir, '--id', id, '--format', 'json')
    expect(code).toBe(0)
    return JSON.parse(stdout) as unknown
  }
})

describe('a command that only reads', () => {
  it('changes nothing in the folder', async () => {
    const before = entriesIn(dir)
    for (const command of ['calls', 'deliveries']) await run(command, '--data', dir, '--format', 'json')
    expect(entriesIn(dir)).toEqual(before)
  })

  it('prints a whole picture beside a writer under load, again and again', async () => {
    const serve = await startServe({ dir: folderWith() })
    const load = startLoad(serve.url, {
      uidOf: (number) => `n1.1596270949.${number}`,
      connections: 4,
      pauseMs: 20,
    })
    for (let times = 0; times < 4; times++) {
      const promised = [...load.acknowledged]
      const calls = await run('calls', '--data', serve.dir, '--format', 'json')
      const deliveries = await run('deliveries', '--data', serve.dir, '--format', 'json')
      expect([calls, deliveries]).toMatchObject([
        { code: 0, stderr: '' },
        { code: 0, stderr: '' },
      ])
      const ids = (JSON.parse(calls.stdout) as Call[]).map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(promised.filter((uid) => !ids.includes(uid))).toEqual([])
      const callIdsOf = (JSON.parse(deliveries.stdout) as PrintedDelivery[]).map(({ callId }) => callId)
      expect(ids.filter((id) => !callIdsOf.includes(id))).toEqual([])
    }
    await load.stop()
    await serve.stop()
  }, 60_000)

  it.each(['calls --format json', 'calls --format csv', 'calls --format table', 'deliveries --format json'])(
    'ends quietly when its reader has seen enough: %s',
    async (words) => {
      const full = await fullFolder()
      const program = spawn(process.execPath, [programPath, ...words.split(' '), '--data', full])
      let stderr = ''
      program.stderr.on('data', (text) => {
        stderr += text
      })
      await once(program.stdout, 'data')
      program.stdout.destroy()
      const [code] = await once(program, 'close')
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    },
  )
})

let full: Promise<string> | undefined

/** More calls than a pipe holds. */
function fullFolder(): Promise<string> {
  full ??= (async () => {
    const serve = await startServe({ dir: folderWith() })
    for (let index = 0; index < 700; index++) {
      await deliver(serve.url, form(inCallLog({ uid: `n1.1596270949.${index}` })))
    }
    await serve.stop()
    return serve.dir
  })()
  return full
}

const callFields =
  'id uid companyId direction phase outcome customer line agents answeredBy startedAt answeredAt endedAt totalSeconds talkSeconds exact department ivrId referenceId clientReferenceId recording dispositions custom source seen note tags events'.split(
    ' ',
  )

/** RFC 4180, as a spreadsheet reads it. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '') break
    if (end !== ',') rows.push([])
  }
  return rows.filter((row) => row.length > 1)
}
