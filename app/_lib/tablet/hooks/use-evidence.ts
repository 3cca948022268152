'use client'

import { useLiveQuery } from 'dexie-react-hooks'
import { tabletDb } from '../store/open.ts'
import type { TabletOrder } from '../types.ts'

/** useEvidence reads the evidence of one order; empty until it is read, and where there is none. */
export const useEvidence = (orderId: string): TabletOrder['evidence'] =>
  useLiveQuery(async () => (await tabletDb().evidence.get(orderId))?.evidence, [orderId]) ?? []
