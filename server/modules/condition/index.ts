export {
  loadMaintenance, loadOpenIncidents, loadPublishedRules, loadRuleStates, saveIncident, saveRuleStates, saveTransitions, type PublishedRule,
} from './condition.repo.ts'
export { createRule, parseDefinition, publishRule, retireRule, saveDraft, type NewRule } from './edit-rule.ts'
export { getRule, listRuleClasses, listRules, type RuleRow, type RuleView, type VersionRow } from './read-rules.ts'
