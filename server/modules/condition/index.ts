export {
  loadMaintenance, loadOpenIncidents, loadPublishedRules, loadRuleStates, saveIncident, saveRuleStates, saveTransitions, type PublishedRule,
} from './condition.repo.ts'
