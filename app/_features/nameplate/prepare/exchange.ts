import { exchangeFault, type EquipmentInput } from '#server/core/assets/installation.ts'
import { fromLocalInput } from '../../../_lib/time/local-input.ts'
import type { AssetDetail } from './nameplate.ts'

/** ExchangeForm is what the dialog has been told; at is the text of a datetime-local field. */
export interface ExchangeForm {
  readonly serial: string
  readonly manufacturer: string
  readonly model: string
  readonly at: string
  readonly reason: string
}

/** ExchangeProblem names the words for what is missing or wrong. */
export type ExchangeProblem = 'serialMissing' | 'serialSame' | 'atMissing' | 'problem.future' | 'problem.before-installation' | 'whyMissing'

/** exchangeProblems finds what is missing or wrong in the form, by field, as the server would. */
export function exchangeProblems(form: ExchangeForm, seen: AssetDetail['equipment'], zone: string, now: number): Partial<Record<keyof ExchangeForm, ExchangeProblem>> {
  const at = fromLocalInput(form.at, zone)
  const fault = at === null ? null : exchangeFault(new Date(at), seen === null ? null : new Date(seen.installedAt), new Date(now))
  const serial = form.serial.trim()
  return {
    ...(serial === '' ? { serial: 'serialMissing' } : serial === seen?.serial ? { serial: 'serialSame' } : {}),
    ...(at === null ? { at: 'atMissing' } : fault === null ? {} : { at: `problem.${fault}` }),
    ...(form.reason.trim() === '' ? { reason: 'whyMissing' } : {}),
  }
}

/** exchangeOf is what the form says, as the server takes it; null while the moment cannot be read. */
export function exchangeOf(form: ExchangeForm, zone: string): { equipment: EquipmentInput; at: string; reason: string } | null {
  const { serial, manufacturer, model, reason } = form
  const ms = fromLocalInput(form.at, zone)
  const named = (text: string): string | null => (text.trim() === '' ? null : text.trim())
  const equipment = { serial: serial.trim(), manufacturer: named(manufacturer), model: named(model) }
  return ms === null ? null : { equipment, at: new Date(ms).toISOString(), reason: reason.trim() }
}
