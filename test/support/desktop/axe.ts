import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResults {
  violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[]
}

/** What axe-core finds wrong in the page as it stands. The page's policy forbids script tags: it is evaluated. */
export async function violationsIn(page: Page): Promise<{ rule: string; where: string }[]> {
  await page.evaluate(axeSource)
  const { violations } = await page.evaluate<AxeResults>('axe.run()')
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({ rule: id, where: `${target}: ${failureSummary}` })),
  )
}
