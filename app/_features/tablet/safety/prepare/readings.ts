import { PERMIT_POLICIES, type PermitKind } from '#server/core/permits/kinds.ts'

/** readingsOf reads the values that were typed for a kind of permit, by gas; null where one of them is no number. */
export function readingsOf(kind: PermitKind, values: Readonly<Record<string, string>>): { gas: string; value: number }[] | null {
  const typed = PERMIT_POLICIES[kind].gases.flatMap(({ gas }) => {
    const text = (values[gas] ?? '').trim().replace(',', '.')
    return text === '' ? [] : [{ gas, value: Number(text) }]
  })
  return typed.every(({ value }) => Number.isFinite(value) && value >= 0) ? typed : null
}
