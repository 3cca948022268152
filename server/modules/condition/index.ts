export {
  forgetRuleStates, loadJudgedRules, loadMaintenance, loadOpenIncidents, loadRuleStates, saveIncident, saveRuleStates, saveTransitions, type JudgedRule, type Track,
} from './condition.repo.ts'
export { createRule, parseDefinition, publishRule, retireRule, saveDraft, type NewRule } from './edit-rule.ts'
export { getRule, listRuleClasses, listRules, type RuleRow, type RuleView, type VersionRow } from './read-rules.ts'
export { endOfflineEpisodes, loadShadowFirings, offlineEpisodesOf, saveShadowFiring } from './tracks.repo.ts'
export { loadRuleAssets, loadSignals, saveSignals } from './learning.repo.ts'
