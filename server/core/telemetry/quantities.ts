/** Dimension is what a unit measures; units of one dimension convert into each other. */
export type Dimension =
  | 'velocity' | 'acceleration' | 'length' | 'temperature' | 'pressure' | 'flow' | 'current' | 'voltage' | 'power'
  | 'frequency' | 'ratio' | 'time' | 'mass' | 'charge' | 'capacitance' | 'magnetic-flux-density'

/** QUANTITIES gives each quantity kind of a point its dimension and its canonical UCUM unit, in which readings are stored. */
export const QUANTITIES = {
  'vibration-velocity': { dimension: 'velocity', unit: 'mm/s' },
  acceleration: { dimension: 'acceleration', unit: 'm/s2' },
  displacement: { dimension: 'length', unit: 'um' },
  temperature: { dimension: 'temperature', unit: 'Cel' },
  pressure: { dimension: 'pressure', unit: 'bar' },
  flow: { dimension: 'flow', unit: 'm3/h' },
  current: { dimension: 'current', unit: 'A' },
  voltage: { dimension: 'voltage', unit: 'V' },
  power: { dimension: 'power', unit: 'kW' },
  speed: { dimension: 'frequency', unit: '/min' },
  percent: { dimension: 'ratio', unit: '%' },
  time: { dimension: 'time', unit: 'h' },
} as const satisfies Record<string, { dimension: Dimension; unit: string }>

/** QuantityKind names what a point measures. */
export type QuantityKind = keyof typeof QUANTITIES

/** isQuantityKind tells whether a text names a known quantity kind. */
export const isQuantityKind = (text: string): text is QuantityKind => Object.hasOwn(QUANTITIES, text)
