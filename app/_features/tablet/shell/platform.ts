/** PLATFORMS are the kinds of devices that the app is installed on in different ways. */
export const PLATFORMS = ['android', 'apple', 'computer'] as const

/** Platform is one of PLATFORMS. */
export type Platform = (typeof PLATFORMS)[number]

/** platformOf guesses the kind of this device. An iPad says it is a Mac, but no Mac has a touch screen. */
export function platformOf(userAgent: string, touchPoints: number): Platform {
  if (/android/i.test(userAgent)) return 'android'
  if (/iphone|ipad|ipod/i.test(userAgent) || (/macintosh/i.test(userAgent) && touchPoints > 1)) return 'apple'
  return 'computer'
}
