import { parseArgs } from 'node:util'
import { AppError } from '#server/core/kernel/errors.ts'

/** RULE_SETS are the data sets that the product's rules can judge. */
export const RULE_SETS = ['fan-uci', 'nab', 'hydraulic-zema', 'skab'] as const
export type RuleSet = (typeof RULE_SETS)[number]

/** MODEL_SETS are the labelled data sets that only models can judge. */
const MODEL_SETS: readonly string[] = ['ai4i2020', 'azure-pdm', 'cmapss', 'cwru', 'excavator-mwo', 'femto', 'ims', 'maintie', 'mtconnect']

const USAGE = `npm run accuracy -- <${RULE_SETS.join(' | ')}> <folder of the data set> [--with rules|models]`

/** Request is what was asked: which data set, where it lies, judged by what. */
export interface Request {
  readonly set: RuleSet
  readonly folder: string
  readonly with: 'rules'
}

const isRuleSet = (name: string): name is RuleSet => RULE_SETS.some((known) => known === name)

const parse = (args: readonly string[]): { words: readonly string[]; judge: string } => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { with: { type: 'string', default: 'rules' } }, allowPositionals: true })
    return { words: positionals, judge: values.with }
  } catch (error) {
    throw new AppError('invalid', `${(error as Error).message.split('. ')[0] ?? ''}. Usage: ${USAGE}`)
  }
}

/** readRequest reads the command's arguments: 'unavailable' for what needs models, 'invalid' for what is no request at all. */
export const readRequest = (args: readonly string[]): Request => {
  const { words: [set, folder, ...more], judge } = parse(args)
  if (set === undefined) throw new AppError('invalid', `Name a data set. Usage: ${USAGE}`)
  if (judge !== 'rules' && judge !== 'models') throw new AppError('invalid', `--with is rules or models, not ${judge}.`)
  if (MODEL_SETS.includes(set) || (judge === 'models' && isRuleSet(set))) {
    throw new AppError('unavailable', `Judging ${set}${judge === 'models' ? ' with models' : ''} needs models, which this version does not have yet.`)
  }
  if (!isRuleSet(set)) throw new AppError('unavailable', `There is no data set ${set}: with rules this version judges ${RULE_SETS.join(', ')}.`)
  if (folder === undefined || more.length > 0) throw new AppError('invalid', `Name one folder that holds ${set}. Usage: ${USAGE}`)
  return { set, folder, with: 'rules' }
}
