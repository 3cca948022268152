import type { SyncState } from '../sync-state.ts'

/** mayUpdate tells whether a new version may take the place of the running one: only when nothing of this tablet's work is unsent. */
export const mayUpdate = ({ waiting, sending }: Pick<SyncState, 'waiting' | 'sending'>): boolean => waiting === 0 && !sending
