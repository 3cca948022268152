export {
  claimBacktest, endBacktest, forgetBacktests, giveBackBacktest, insertBacktest, nextBacktest, saveBacktestProgress, type BacktestKind, type StoredBacktest,
} from './backtest.repo.ts'
export { readOutcomes, usualHandlingMs } from './outcomes.repo.ts'
export { cancelBacktest, getBacktest, listBacktests, type BacktestRow, type BacktestView } from './read-backtests.ts'
export { findRuleScope, readMachines, type RuleScope, type SubjectMachine } from './subject.repo.ts'
