/** What power cuts, full disks, editors and accidents make of a file. */
export const damages: Record<string, (content: Buffer) => Buffer> = {
  empty: () => Buffer.alloc(0),
  'cut in the middle': (content) => content.subarray(0, Math.floor(content.length / 2)),
  'cut before its last byte but one': (content) => content.subarray(0, content.length - 2),
  'filled with NULs': (content) => Buffer.alloc(content.length),
  'ended by NULs': (content) =>
    Buffer.concat([content.subarray(0, content.length / 2), Buffer.alloc(content.length / 2)]),
  null: () => Buffer.from('null'),
  '0': () => Buffer.from('0'),
  '[]': () => Buffer.from('[]'),
  binary: () => Buffer.from(Array.from({ length: 999 }, (_, index) => (index * 151 + 128) % 256)),
}

export const byteOrderMark = Buffer.from('\uFEFF')
