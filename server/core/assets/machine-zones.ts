import { isoZonesOf, type IsoMachine, type IsoProblem, type IsoZones } from '../condition/iso-20816.ts'
import { readUnit } from '../telemetry/units.ts'

/** ZonePoint is what zones ask of a point. */
export interface ZonePoint {
  readonly code: string
  readonly unit: string
  readonly bandLowHz: number | null
  readonly bandHighHz: number | null
  readonly sampleRateHz: number | null
}

/** MachineZones is what ISO 20816-3 says of points of a machine: the boundaries in mm/s RMS, or why it gives none. */
export interface MachineZones {
  readonly points: readonly string[]
  readonly zones: IsoZones | null
  readonly problem: IsoProblem | null
}

const isVelocity = ({ unit }: ZonePoint): boolean => {
  const read = readUnit(unit)
  return read.ok && read.value.dimension === 'velocity'
}

/** machineZones gives the zones of a machine's vibration velocities, points with the same answer together; none where no velocity is measured. */
export function machineZones(machine: IsoMachine, points: readonly ZonePoint[]): MachineZones[] {
  const found = points.filter(isVelocity).map((point) => ({ code: point.code, ...isoZonesOf(machine, point) }))
  return [...Map.groupBy(found, ({ zones, problem }) => JSON.stringify([zones, problem])).values()].flatMap((alike) => {
    const [first] = alike
    return first === undefined ? [] : [{ points: alike.map(({ code }) => code), zones: first.zones, problem: first.problem }]
  })
}
