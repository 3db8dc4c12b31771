import { lockFolder } from '../../main/disk/folder-lock.ts'

await lockFolder(process.argv[2] ?? '', 'a child')
process.send?.('held')
// Holds until it is killed.
setInterval(() => {}, 60_000)
