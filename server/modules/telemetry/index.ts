export { acceptBatch, type Acceptance, type NewBatch, type Rejection, type SourceRef } from './accept-batch.ts'
export {
  backlogHeardAt, endBacklog, firstLiveAfter, loadBacklogs, quietBacklogs, recentBacklog, saveBacklog, valuesAt, type BacklogProgress, type QuietBacklog,
} from './backlog.repo.ts'
export { forgetOldBatches, insertInbox, lanesWithUndone, markInboxDone, takeInbox, type InboxBatch, type InboxOutcome } from './inbox.repo.ts'
export { bumpLane, lastHeard, loadSources, lockLane, openLaneTenant, saveSources, tickCandidates, type LaneTenant, type LockedLane, type SourceProgress, type StoredSource, type TickCandidate } from './lane.repo.ts'
export { loadSitePoints, savePointSources, type PointMeta } from './points.repo.ts'
export { noteSkew, saveQuarantine, type QuarantinedRow } from './quarantine.repo.ts'
export { judgedBetween, noteRollupDue, recentJudged, runningSince, storeReadings, type JudgedFrom } from './telemetry.repo.ts'
export { ensureDays, keepHouse, rollUp } from './roll-up.repo.ts'
export { latestReadings, rawSeries, readSeries, type LatestReading, type Series, type SeriesRow } from './series.repo.ts'
export { findAssetPoints, findPoints, type PointRow } from './points.repo.ts'
export { readHistory, type HistoryQuery, type PointHistory } from './read-history.ts'
export { readBatch, type BatchView } from './read-batch.ts'
