import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

// One per process, although Next.js may load this file once per bundle.
const store = globalThis as typeof globalThis & { __millwrightMetrics?: Registry }

function build(): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'millwright_' })
  return registry
}

const registry = (): Registry => (store.__millwrightMetrics ??= build())

const known = <Metric>(name: string, make: () => Metric): Metric => (registry().getSingleMetric(name) as Metric | undefined) ?? make()

/** setGauge reports a value that goes up and down; the name begins with millwright_ and ends with its unit. */
export function setGauge(name: string, help: string, value: number): void {
  known(name, () => new Gauge({ name, help, registers: [registry()] })).set(value)
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** observeSeconds records how long something took, by labels of few values. */
export function observeSeconds(name: string, help: string, labels: Readonly<Record<string, string>>, seconds: number): void {
  known(name, () => new Histogram({ name, help, labelNames: Object.keys(labels), buckets: SECONDS, registers: [registry()] })).observe(labels, seconds)
}

/** metricsText is everything measured, in Prometheus' text form, with its content type. */
export const metricsText = async (): Promise<{ text: string; contentType: string }> => ({
  text: await registry().metrics(),
  contentType: registry().contentType,
})
