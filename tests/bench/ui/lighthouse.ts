import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { freePort } from '#server/platform/embedded/ports.ts'
import { CHROMIUM_FLAGS, chromiumPath } from '#tests/harness/chromium.ts'

// Not among the packages: it brings a hundred others and 180 MB, which nobody needs who does not measure.
const PACKAGE = 'lighthouse@13.5.0'
const folder = path.resolve(import.meta.dirname, '../../../.cache/lighthouse')
const METRICS = {
  firstContentfulPaint: 'first-contentful-paint', largestContentfulPaint: 'largest-contentful-paint', totalBlockingTime: 'total-blocking-time', cumulativeLayoutShift: 'cumulative-layout-shift',
}

interface Result {
  readonly lhr: {
    readonly categories: Readonly<Record<string, { readonly score: number }>>
    readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>
    readonly environment: { readonly benchmarkIndex: number }
  }
}

type Run = (url: string, flags: object, config: object) => Promise<Result>

async function load(): Promise<{ readonly run: Run; readonly desktop: object }> {
  if (!existsSync(path.join(folder, 'node_modules/lighthouse'))) {
    execFileSync('npm', ['install', '--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', PACKAGE], { stdio: 'inherit' })
  }
  const main = createRequire(path.join(folder, 'x.js')).resolve('lighthouse')
  const { default: run, desktopConfig } = (await import(pathToFileURL(main).href)) as { default: Run; desktopConfig: object }
  return { run, desktop: desktopConfig }
}

const scores = ({ lhr }: Result): Record<string, number> => ({
  ...Object.fromEntries(Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(score * 100)])),
  ...Object.fromEntries(Object.entries(METRICS).map(([name, audit]) => [name, Math.round((lhr.audits[audit]?.numericValue ?? Number.NaN) * 1000) / 1000])),
  machine: Math.round(lhr.environment.benchmarkIndex),
})

/**
 * lighthouseBench scores the tablet's first screen: as a phone on a slow network ("phone", Lighthouse's default: a quarter of this machine's speed) and
 * without being slowed down as much ("desk"); scores of 100, times in ms, and how fast Lighthouse found this machine to be.
 */
export async function lighthouseBench(url: string): Promise<Record<string, unknown>> {
  const { run, desktop } = await load()
  const port = await freePort()
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS, `--remote-debugging-port=${port}`] })
  try {
    const flags = { port, onlyCategories: ['accessibility', 'performance'], output: 'json', logLevel: 'error' }
    return { phone: scores(await run(url, flags, { extends: 'lighthouse:default' })), desk: scores(await run(url, flags, desktop)) }
  } finally {
    await browser.close()
  }
}
