import type { TestProject } from 'vitest/node'
import { startCluster, type ClusterAddress } from './cluster.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: ClusterAddress
  }
}

/** setup starts one PostgreSQL for the whole run and tells the test files where it is. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { address, close } = await startCluster()
  project.provide('postgres', address)
  return close
}
