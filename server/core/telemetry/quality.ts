/** QUALITIES are what a source may say of a reading. */
export const QUALITIES = ['good', 'uncertain', 'bad'] as const
export type Quality = (typeof QUALITIES)[number]

/** QUALITY_CODE is how a quality is stored (low two bits). */
export const QUALITY_CODE: Readonly<Record<Quality, number>> = { good: 0, uncertain: 1, bad: 2 }

/** LATE marks a stored reading that came after its source's watermark and was never judged live. */
export const LATE = 4

/** UNJUDGED_HISTORY marks a stored reading of an import or an offline backlog. */
export const UNJUDGED_HISTORY = 8

/** qualityOf names the quality in a stored code, whatever its marks. */
export const qualityOf = (code: number): Quality => QUALITIES[code & 3] ?? 'bad'
