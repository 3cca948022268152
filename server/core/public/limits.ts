const MB = 1024 * 1024

/** REPORT_RATES are how often reports are taken: from one address (a kiosk, or a plant behind one), and at one site. */
export const REPORT_RATES = { address: { perSecond: 1 / 20, burst: 12 }, site: { perSecond: 1 / 10, burst: 40 } } as const
/** LOOK_RATE is how often one address may open public pages. */
export const LOOK_RATE = { perSecond: 5, burst: 120 } as const
/** REPORTS_A_DAY is how many reports a site takes within 24 hours, counted in the database. */
export const REPORTS_A_DAY = 500

/** PUBLIC_FILE_BYTES is how large a file of somebody without an account may be; PUBLIC_BODY_BYTES bounds what is read at all, so that a larger one can be told from a flood. */
export const PUBLIC_FILE_BYTES = 15 * MB
/** PUBLIC_BODY_BYTES is the largest form that is read. */
export const PUBLIC_BODY_BYTES = 32 * MB
