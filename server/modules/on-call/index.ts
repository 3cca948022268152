export {
  callsWhere, endCall, insertCall, lockCall, postponeCall, raiseCall, saveStep, standingOf, stepsOf, type CallRow, type NewCall, type Standing, type StepRow,
} from './calls/calls.repo.ts'
export { callsSomebody, decidersOf, onCallNow, reachOf, sceneOf, supervisorsOf, type Scene } from './calls/reach.ts'
export { activePeople, namesByIds } from './rosters/people.repo.ts'
export { callsAbout, myCalls, openCalls, type CallView } from './calls/view-calls.ts'
export { addException, removeException, removeRoster, saveRoster } from './rosters/edit-rosters.ts'
export { saveAbilities } from './abilities/save-abilities.ts'
export { viewAbilities, type Abilities } from './abilities/view-abilities.ts'
export { removeSkill, saveSkill } from './rosters/edit-skill.ts'
export { viewWeek, type OnCallWeek, type RosterView } from './rosters/view-rosters.ts'
