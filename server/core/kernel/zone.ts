/** isTimeZone tells whether the name is an IANA time zone this platform knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    // Intl says "not a time zone" by RangeError and in no other way.
    if (error instanceof RangeError) return false
    throw error
  }
}
