import path from 'node:path'
import { createPackage } from '@electron/asar'

/** An official Electron carries a small app that runs a folder given on the command line; one from a product does not. */
export async function packDefaultApp(asarPath: string): Promise<void> {
  await createPackage(path.join(import.meta.dirname, 'default-app'), asarPath)
}
