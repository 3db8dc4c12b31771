import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findProgram } from '../../../main/tunnel/child/find-program.ts'
import { tempFolder } from '../../support/temp-folder.ts'

it('finds a program by its name or its path, and nothing else', () => {
  const dir = tempFolder()
  const path = join(dir, 'a-program')
  writeFileSync(path, '#!/bin/sh\n')
  mkdirSync(join(dir, 'a-folder'))
  // Root may open everything, but may run only what is marked as a program.
  expect(findProgram('a-program', dir)).toBeNull()
  chmodSync(path, 0o755)
  expect(findProgram('a-program', `/nowhere:${dir}`)).toBe(path)
  expect(findProgram(path, '')).toBe(path)
  expect(findProgram('a-folder', dir)).toBeNull()
  expect(findProgram('no-program-of-this-name', dir)).toBeNull()
})
