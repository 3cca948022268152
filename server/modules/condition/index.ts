export {
  forgetRuleStates, loadJudgedRules, loadOpenIncidents, loadRuleStates, saveIncident, saveRuleStates, saveTransitions, type JudgedRule, type Track,
} from './condition.repo.ts'
export { parseDefinition } from './change-rule.ts'
export { addDraftIn, createRule, noteProposalIn, saveDraft, type NewRule } from './edit-rule.ts'
export { ruleLife } from './read-life.ts'
export { demoteRuleIn, endShadow, promoteShadow, publishRule, retireRule, startShadow, type Demotion } from './rule-life.ts'
export { getRule, listRuleClasses, listRules, type RuleRow, type RuleView, type VersionRow } from './read-rules.ts'
export { endOfflineEpisodes, loadShadowFirings, offlineEpisodesOf, saveShadowFiring } from './tracks.repo.ts'
export { loadRuleAssets, loadSignals, readRuleAsset, saveSignals } from './learning.repo.ts'
export { loadMaintenance, loadSafetyModes } from './maintenance.repo.ts'
export { exportRules, importRules, planImport, ruleTests, runTests, saveRuleTests } from './rule-files.ts'
export { parseTests, readRules } from './rule-yaml.ts'
