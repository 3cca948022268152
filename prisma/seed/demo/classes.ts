import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#server/core/kernel/time.ts'

/** PointTemplateSeed is a point that every machine of a class has. Units are UCUM codes; ranges are physical, not limits. */
export interface PointTemplateSeed {
  readonly code: string
  readonly name: string
  readonly quantity: string
  readonly unit: string
  readonly axis: string | null
  readonly range: readonly [number, number]
  readonly everyMs: number
  readonly staleMs: number
}

/** FailureModeSeed is a way in which a class fails (ISO 14224 code), what follows when it waits, and what can be done about it. */
export interface FailureModeSeed {
  readonly code: string
  readonly name: string
  readonly consequence: string
  readonly activities: readonly string[]
  /** What is usually at fault and what usually helps; left out where nothing is usual. */
  readonly usual?: readonly [item: string, activity: string]
}

/** ClassSeed is a kind of machine. */
export interface ClassSeed {
  readonly code: string
  readonly name: string
  readonly description: string
  readonly points: readonly PointTemplateSeed[]
  readonly modes: readonly FailureModeSeed[]
  readonly items: readonly (readonly [code: string, name: string])[]
}

const acceleration = (code: string, name: string, axis: string | null): PointTemplateSeed => ({
  code, name, quantity: 'acceleration', unit: '[g]', axis, range: [0, 20], everyMs: SECOND_MS, staleMs: 10 * SECOND_MS,
})

const oilTemperature = (code: string, place: string): PointTemplateSeed => ({
  code, name: `Oil temperature ${place}`, quantity: 'temperature', unit: 'Cel', axis: null, range: [-20, 150], everyMs: MINUTE_MS, staleMs: 5 * MINUTE_MS,
})

const FAN: ClassSeed = {
  code: 'FAN', name: 'Fan', description: 'Axial fan with a frequency converter.',
  points: [
    acceleration('acc', 'Vibration, three axes combined (RMS)', null),
    acceleration('acc_x', 'Vibration x (RMS)', 'X'),
    acceleration('acc_y', 'Vibration y (RMS)', 'Y'),
    acceleration('acc_z', 'Vibration z (RMS)', 'Z'),
    { code: 'speed', name: 'Speed reference', quantity: 'ratio', unit: '%', axis: null, range: [0, 110], everyMs: SECOND_MS, staleMs: 10 * SECOND_MS },
  ],
  modes: [
    { code: 'VIB', name: 'Vibration', consequence: 'Unbalance wears out bearings and belt, and in the end a blade may come off.', activities: ['clean', 'balance', 'tighten', 'replace', 'adjust', 'check'], usual: ['BLADES', 'clean'] },
    { code: 'STD', name: 'Structural deficiency', consequence: 'A cracked or loose blade or support can break the fan within days.', activities: ['tighten', 'repair', 'replace', 'check'], usual: ['MOUNT', 'tighten'] },
    { code: 'BRD', name: 'Breakdown', consequence: 'The cooling tower loses this cell, and the lines must slow down on warm days.', activities: ['replace', 'repair', 'check'] },
  ],
  items: [['BLADES', 'Blade set'], ['BEARING', 'Motor bearing 6206'], ['BELT', 'V-belt'], ['MOTOR', 'Motor'], ['MOUNT', 'Mounting and bolts'], ['SENSOR', 'Vibration sensor']],
}

const DRIVE: ClassSeed = {
  code: 'EXTRUDER_DRIVE', name: 'Extruder drive', description: 'Main drive of an extruder: motor, coupling and gearbox.',
  points: [{ code: 'temp', name: 'Bearing temperature', quantity: 'temperature', unit: '[degF]', axis: null, range: [-40, 400], everyMs: 5 * MINUTE_MS, staleMs: 30 * MINUTE_MS }],
  modes: [
    { code: 'PDE', name: 'Parameter deviation', consequence: 'A drive that runs cold carries no load: the line makes scrap or has stopped.', activities: ['check', 'adjust', 'tighten', 'repair', 'replace'], usual: ['COUPLING', 'adjust'] },
    { code: 'OHE', name: 'Overheating', consequence: 'A bearing that stays hot seizes within days and takes the gearbox with it.', activities: ['lubricate', 'check', 'replace', 'service'], usual: ['BEARING', 'lubricate'] },
    { code: 'UST', name: 'Spurious stop', consequence: 'Each unplanned stop of the line costs hours of start-up scrap.', activities: ['check', 'repair', 'replace', 'adjust'] },
  ],
  items: [['BEARING', 'Thrust bearing 29320'], ['SEAL', 'Lip seal'], ['COUPLING', 'Coupling'], ['GEARBOX', 'Gearbox'], ['MOTOR', 'Motor'], ['SENSOR', 'Temperature sensor']],
}

const HYDRAULIC: ClassSeed = {
  code: 'HYDRAULIC_UNIT', name: 'Hydraulic power unit', description: 'Pump, tank, valves and cooling circuit.',
  points: [oilTemperature('TS1', '1 (tank)'), oilTemperature('TS2', '2 (pump outlet)'), oilTemperature('TS3', '3 (return)'), oilTemperature('TS4', '4 (cooler outlet)')],
  modes: [
    { code: 'OHE', name: 'Overheating', consequence: 'Hot oil ages fast and thins out: leaks grow and the pump wears, until the unit trips.', activities: ['clean', 'replace', 'service', 'repair', 'adjust', 'check'], usual: ['COOLER', 'clean'] },
    { code: 'INL', name: 'Internal leakage', consequence: 'The pump loses flow, cycles get slower and the oil gets hotter.', activities: ['replace', 'repair', 'check'], usual: ['PUMP', 'replace'] },
    { code: 'ELU', name: 'External leakage of oil', consequence: 'Oil on the floor is a slip and fire hazard, and the unit stops at low level.', activities: ['tighten', 'replace', 'repair', 'clean'] },
  ],
  items: [['COOLER', 'Oil cooler'], ['FILTER', 'Return filter'], ['PUMP', 'Main pump'], ['VALVE', 'Control valve'], ['OIL', 'Oil VG 46'], ['SENSOR', 'Temperature sensor']],
}

const COOLER: ClassSeed = {
  code: 'OIL_COOLER', name: 'Oil cooler', description: 'Heat exchanger between oil and cooling water.', points: [],
  modes: [{ code: 'OHE', name: 'Insufficient heat transfer', consequence: 'The unit it cools overheats.', activities: ['clean', 'replace', 'check'], usual: ['PLATES', 'clean'] }],
  items: [['PLATES', 'Plate pack'], ['GASKET', 'Gaskets']],
}

/** CLASSES are the demo's kinds of machines. */
export const CLASSES: readonly ClassSeed[] = [FAN, DRIVE, HYDRAULIC, COOLER]

/** HYDRAULIC_WARMUP_MS is how long the unit's oil needs to reach its working temperature: 40 minutes. */
export const HYDRAULIC_WARMUP_MS = (2 * HOUR_MS) / 3
