import { existsSync } from 'node:fs'
import { childEnv } from '#server/platform/env.ts'

const PLACES = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** CHROMIUM_FLAGS keep a browser from asking for a sandbox that containers do not give, and from calling home. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
]

/** chromiumPath is the installed Chromium (CHROMIUM_PATH first); throws with what to do when there is none. */
export function chromiumPath(): string {
  const found = [childEnv()['CHROMIUM_PATH'], ...PLACES].find((place) => place && existsSync(place))
  if (!found) throw new Error('Chromium is not installed: run "npm test" as root, which installs it, or install it and set CHROMIUM_PATH.')
  return found
}
