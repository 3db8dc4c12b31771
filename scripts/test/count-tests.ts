import type { Vitest } from 'vitest/node'

/**
 * What the closing line tells. A file or suite that broke before its tests could run, and an error that belongs to no
 * test, count as one failure each: nothing red may look green.
 */
export function countTests(vitest: Vitest): { passed: number; failed: number } {
  let passed = 0
  let failed = vitest.state.getUnhandledErrors().length
  for (const module of vitest.state.getTestModules()) {
    if (module.errors().length > 0) failed += 1
    for (const suite of module.children.allSuites()) if (suite.errors().length > 0) failed += 1
    for (const test of module.children.allTests()) {
      if (test.result().state === 'passed') passed += 1
      if (test.result().state === 'failed') failed += 1
    }
  }
  return { passed, failed }
}
