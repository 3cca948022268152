import { expect as base } from '@playwright/test'

/** expect waits as long as the browser tests' own configuration says, also where benchmarks and faults use it without that. */
export const expect = base.configure({ timeout: 30_000 })
