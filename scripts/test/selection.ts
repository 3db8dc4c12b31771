import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { root } from '../root.ts'

export interface Preparation {
  /** Some selected test starts Electron. */
  desktop: boolean
  /** Some selected test starts the packaged app; such files have `packaged` in their name. */
  packaged: boolean
  /** Some selected test starts an SSH server of its own; such files have `tunnel` in their name. */
  ssh: boolean
  /** Some selected test starts a proxy server of its own; such files have `proxy` in their name. */
  proxy: boolean
  /** Some selected test starts a session bus of its own; such files have `banner` in their name. */
  bus: boolean
}

/** What the selected tests need, by vitest's own rule: a file is selected when its path contains one of the filters. */
export function preparationFor(filters: string[], projects: string[]): Preparation {
  const desktop = selectedIn('desktop', filters, projects)
  const flow = selectedIn('flow', filters, projects)
  return {
    desktop: desktop.length > 0,
    packaged: desktop.some((file) => file.includes('packaged')),
    ssh: flow.some((file) => file.includes('tunnel')),
    proxy: flow.some((file) => file.includes('proxy')),
    bus: flow.some((file) => file.includes('banner')),
  }
}

/** The project of that name holds the tests of the folder of that name. */
function selectedIn(name: string, filters: string[], projects: string[]): string[] {
  if (projects.length > 0 && !projects.includes(name)) return []
  const dir = path.join(root, 'test', name)
  const files = existsSync(dir) ? readdirSync(dir, { recursive: true, encoding: 'utf8' }) : []
  return files
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter(
      (file) => filters.length === 0 || filters.some((filter) => isSelected(path.join(dir, file), filter)),
    )
}

function isSelected(file: string, filter: string): boolean {
  // `file.test.ts:12` selects a line of it.
  const [name = ''] = filter.split(/:\d+$/)
  return file.includes(name) || file.includes(path.resolve(root, name))
}
