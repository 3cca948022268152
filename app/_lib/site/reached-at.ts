import 'server-only'

import { headers } from 'next/headers'

/** Example is what a command for a machine needs: where this installation is reached, and a moment (RFC 3339). */
export interface Example {
  readonly origin: string
  readonly at: string
}

/** exampleNow makes the example for commands: as the reader reached this page, so will his machines. */
export async function exampleNow(): Promise<Example> {
  const given = await headers()
  return {
    origin: `${given.get('x-forwarded-proto') ?? 'http'}://${given.get('host') ?? '127.0.0.1:3000'}`,
    at: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
  }
}
