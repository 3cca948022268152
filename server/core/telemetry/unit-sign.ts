// UCUM codes (https://ucum.org) that people write differently; everything else is shown as it is stored. A spread is a robust standard deviation.
const SHOWN: Readonly<Record<string, string>> = {
  '[g]': 'g', Cel: '°C', '[degF]': '°F', K: 'K', '/min': 'rpm', 'm/s2': 'm/s²', um: 'µm', 'm3/h': 'm³/h', '1': '', kW: 'kW', Ohm: 'Ω', '{spread}': 'σ',
}

/** unitSign is how people write a unit that is stored as a UCUM code, also per a time: Cel as °C, Cel/h as °C/h, N.m as N·m; an empty text has no unit. */
export const unitSign = (code: string): string => {
  const known = SHOWN[code]
  if (known !== undefined) return known
  const [, unit, per] = /^(.*)\/(s|min|h|d)$/.exec(code) ?? []
  // A product of units, such as N.m.
  return unit === undefined || per === undefined ? code.replaceAll(/(?<=[A-Za-z])\.(?=[A-Za-z])/g, '·') : `${unitSign(unit)}/${per}`
}
