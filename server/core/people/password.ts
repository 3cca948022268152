/** PASSWORD_LENGTH is how long a password must and may be, in characters: long beats complicated (NIST SP 800-63B). */
export const PASSWORD_LENGTH = { min: 10, max: 128 } as const
