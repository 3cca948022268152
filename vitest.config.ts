import { defineConfig } from 'vitest/config'

const needServices = ['integration', 'replay', 'faults', 'architecture'].map((folder) => `tests/${folder}/**/*.test.ts`)

/** Two projects: `unit` needs nothing, `integration` gets a real PostgreSQL for the run (tests/harness). Browser tests are Playwright's. */
export default defineConfig({
  test: {
    // Two cores are the machine we promise to test on; each file of the second project has a database of its own.
    maxWorkers: 2,
    reporters: process.env.VITEST_JSON ? ['default', ['json', { outputFile: process.env.VITEST_JSON }]] : ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{server,app,workers,prisma}/**/*.test.{ts,tsx}', 'tests/{rules,harness}/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: needServices,
          globalSetup: ['tests/harness/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
