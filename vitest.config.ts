import { configDefaults, defineConfig } from 'vitest/config'

// A test that depends on where it runs shall fail everywhere: half an hour beside the full one, far from UTC.
process.env.TZ = 'Asia/Kolkata'
process.env.LANG = 'C.UTF-8'
delete process.env.LC_ALL
delete process.env.LANGUAGE

const files = '**/*.test.{ts,tsx}'

export default defineConfig({
  test: {
    // The groups run one after the other, the quick ones first: what is broken shows early, and what keeps time is alone.
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Generous: how fast it is is for the benchmark to say, and a loaded machine fails no test.
          testTimeout: 20_000,
          pool: 'threads',
          // The default leaves one core idle, which is half of a small machine.
          maxWorkers: '100%',
          sequence: { groupOrder: 1 },
          include: [`test/${files}`],
          exclude: [...configDefaults.exclude, 'test/flow/**', 'test/desktop/**', 'test/bench/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'flow',
          include: [`test/flow/${files}`],
          pool: 'forks',
          sequence: { groupOrder: 2 },
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'desktop',
          include: [`test/desktop/${files}`],
          globalSetup: 'scripts/test/require-surroundings.ts',
          pool: 'forks',
          // One screen, one bus, one keyboard focus: one file at a time.
          fileParallelism: false,
          sequence: { groupOrder: 3 },
          // A window's first second is not its usual one.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
