// `npm run accuracy -- <data set> <folder> [--with rules|models]`: the product's own rules over labelled data; the last line is JSON.
import { AppError } from '#server/core/kernel/errors.ts'
import { fanAccuracy } from './accuracy/fan-uci.ts'
import { findSet } from './accuracy/folder.ts'
import { hydraulicAccuracy } from './accuracy/hydraulic-zema.ts'
import { tableOf, type Accuracy } from './accuracy/metrics.ts'
import { nabAccuracy } from './accuracy/nab.ts'
import { readRequest, type RuleSet } from './accuracy/request.ts'
import { skabAccuracy } from './accuracy/skab.ts'

const MEASURE: Readonly<Record<RuleSet, (folder: string) => Accuracy>> = {
  'fan-uci': fanAccuracy,
  nab: nabAccuracy,
  'hydraulic-zema': hydraulicAccuracy,
  skab: skabAccuracy,
}
// What needs models is no mistake of the person who asks: scripts tell it from a wrong call by its exit code.
const NEEDS_MODELS = 2

try {
  const request = readRequest(process.argv.slice(2))
  const accuracy = MEASURE[request.set](findSet(request.folder, request.set))
  for (const line of tableOf(accuracy)) console.log(line)
  console.log(JSON.stringify({ set: request.set, with: request.with, ...accuracy }))
} catch (error) {
  const expected = error instanceof AppError
  console.error(expected ? error.message : error)
  process.exitCode = expected && error.code === 'unavailable' ? NEEDS_MODELS : 1
}
