import type { SetUp } from '../../../shared/set-up.ts'

/** The page as it will be once it is saved, so that a tick stands where it was set. */
export function applyMe(page: SetUp, keys: string[]): SetUp {
  const me = keys.map((key) => {
    const known = page.me.find((one) => one.key === key)
    const agent = page.agents.find((one) => one.key === key)
    return known ?? { key, label: agent?.name ?? agent?.number ?? key }
  })
  return { ...page, me }
}
