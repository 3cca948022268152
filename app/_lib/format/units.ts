// UCUM codes (https://ucum.org) that people write differently; everything else is shown as it is stored.
const SHOWN: Readonly<Record<string, string>> = {
  '[g]': 'g', Cel: '°C', '[degF]': '°F', K: 'K', '/min': 'rpm', 'm/s2': 'm/s²', um: 'µm', 'm3/h': 'm³/h', '1': '', kW: 'kW', Ohm: 'Ω',
}

/** unitLabel is how people write a unit that is stored as a UCUM code, for example Cel as °C; an empty text has no unit. */
export const unitLabel = (code: string): string => SHOWN[code] ?? code
