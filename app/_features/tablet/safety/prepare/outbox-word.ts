import type { StoredOperation } from '../../../../_lib/tablet/store/db.ts'

/** SafetyWord names what was done about safety or at the change of shifts, as the outbox lists it. */
export type SafetyWord = 'isolation' | 'lock-on' | 'lock-off' | 'permit' | 'sign' | 'take' | 'repair' | 'repair-gone'

const WORDS: Readonly<Partial<Record<string, SafetyWord>>> = {
  'isolation.act': 'isolation', 'permit.act': 'permit', 'handover.sign': 'sign', 'handover.acknowledge': 'take', 'repair.register': 'repair', 'repair.remove': 'repair-gone',
}

/** safetyWordOf names an operation about safety or the change of shifts; null for any other. */
export function safetyWordOf({ kind, payload }: Pick<StoredOperation, 'kind' | 'payload'>): SafetyWord | null {
  const type = kind === 'isolation.act' ? (payload as { readonly type?: unknown } | null)?.type : null
  return type === 'lock-on' || type === 'lock-off' ? type : (WORDS[kind] ?? null)
}
