export { MachineRules } from './components/machine-rules.tsx'
export { RuleOwnLimits } from './components/rule-own-limits.tsx'
