export { useRuleWords } from '../../../_lib/rules/use-rule-words.ts'
