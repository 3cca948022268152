/** formatPermitNumber shows a permit's number as people say it: 123 is PTW-000123. */
export const formatPermitNumber = (no: number): string => `PTW-${String(no).padStart(6, '0')}`
