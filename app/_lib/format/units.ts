import { unitSign } from '#server/core/telemetry/unit-sign.ts'

/** unitLabel is how people write a unit that is stored as a UCUM code, for example Cel as °C; an empty text has no unit. */
export const unitLabel = (code: string): string => unitSign(code)
