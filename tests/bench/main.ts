import { backtestBench } from './backtest.ts'
import { ingestBench } from './ingest.ts'
import { listsBench } from './lists.ts'
import { uiBench } from './ui.ts'

const BENCHES: Readonly<Record<string, () => Promise<Record<string, unknown>>>> = { backtest: backtestBench, ingest: ingestBench, lists: listsBench, ui: uiBench }

const [name = ''] = process.argv.slice(2)
const bench = BENCHES[name]
if (!bench) {
  console.error(`Name a benchmark: ${Object.keys(BENCHES).join(', ')}.`)
  process.exitCode = 2
} else {
  console.log(JSON.stringify(await bench()))
}
