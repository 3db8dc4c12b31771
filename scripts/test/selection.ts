import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { root } from '../root.ts'

export interface Preparation {
  /** Some selected test starts Electron. */
  desktop: boolean
  /** Some selected test starts the packaged app; such files have `packaged` in their name. */
  packaged: boolean
}

/** What the selected tests need, by vitest's own rule: a file is selected when its path contains one of the filters. */
export function preparationFor(filters: string[], projects: string[]): Preparation {
  if (projects.length > 0 && !projects.includes('desktop')) return { desktop: false, packaged: false }
  const desktopDir = path.join(root, 'test', 'desktop')
  const files = existsSync(desktopDir) ? readdirSync(desktopDir, { recursive: true, encoding: 'utf8' }) : []
  const selected = files
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter(
      (file) =>
        filters.length === 0 || filters.some((filter) => isSelected(path.join(desktopDir, file), filter)),
    )
  return { desktop: selected.length > 0, packaged: selected.some((file) => file.includes('packaged')) }
}

function isSelected(file: string, filter: string): boolean {
  // `file.test.ts:12` selects a line of it.
  const [name = ''] = filter.split(/:\d+$/)
  return file.includes(name) || file.includes(path.resolve(root, name))
}
