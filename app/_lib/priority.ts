/** Priority of an alarm or order: 1 critical, 2 high, 3 medium, 4 low. */
export type Priority = 1 | 2 | 3 | 4

/** toPriority narrows a stored number to a priority; what is outside counts as low. */
export const toPriority = (value: number): Priority => (value === 1 || value === 2 || value === 3 ? value : 4)
