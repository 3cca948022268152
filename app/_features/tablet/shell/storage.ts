/** StorageFacts are what the browser says about the space on this tablet (bytes); null where it does not say. */
export interface StorageFacts {
  /** Whether the browser keeps the data when space runs short. */
  readonly persisted: boolean | null
  readonly used: number | null
  readonly free: number | null
}

// A day's photos of one technician, with room to spare.
const LOW_BYTES = 500 * 1024 ** 2

/** isLow tells whether there is too little space left for a day's pictures. */
export const isLow = ({ free }: StorageFacts): boolean => free !== null && free < LOW_BYTES

/** readStorage asks the browser; old and unprotected ones do not answer. */
export async function readStorage(storage: StorageManager | undefined): Promise<StorageFacts> {
  const persisted = (await storage?.persisted?.()) ?? null
  const { usage, quota } = (await storage?.estimate?.()) ?? {}
  return { persisted, used: usage ?? null, free: quota === undefined ? null : Math.max(0, quota - (usage ?? 0)) }
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
const STEP = 1000

/** formatBytes writes a size with two to three figures, such as "1.4 MB" or "320 GB". */
export function formatBytes(bytes: number, locale: string): string {
  const power = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(STEP)))
  const value = bytes / STEP ** power
  const unit = UNITS[power] ?? 'byte'
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)
}
