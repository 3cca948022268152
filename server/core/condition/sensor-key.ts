/** SENSOR_KEYS are the patterns (SQL LIKE) of incident keys that speak of a sensor, not of the machine: trouble of a sensor, and readings that do not come. */
export const SENSOR_KEYS = ['%:sensor:%', '%:no-data'] as const

/** isSensorTrouble tells whether an incident speaks of a sensor: then nobody knows how the machine is, and the ticket is about the sensor. */
export const isSensorTrouble = (key: string): boolean => key.includes(':sensor:') || key.endsWith(':no-data')
