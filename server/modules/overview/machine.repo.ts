/** AboutMachine is the machine and the failure mode that something is about, as the overview names them; no mode is null throughout. */
export interface AboutMachine {
  readonly assetId: string
  readonly assetTag: string
  readonly assetName: string
  readonly criticality: string
  readonly line: string | null
  readonly modeCode: string | null
  readonly modeName: string | null
  readonly consequence: string | null
  readonly modeText: unknown
}

/** machineColumns reads a AboutMachine of a table by its alias, where machineJoins joined it. */
export const machineColumns = (alias: string): string =>
  `a.id AS "assetId", a.tag AS "assetTag", a.name AS "assetName", a.criticality, parent.name AS line,
            ${alias}.failure_mode AS "modeCode", fm.name AS "modeName", fm.consequence, fm.text AS "modeText"`

/** machineJoins joins the machine and failure mode of a table that has asset_id and failure_mode, by its alias. */
export const machineJoins = (alias: string): string =>
  `JOIN asset a ON a.org_id = ${alias}.org_id AND a.id = ${alias}.asset_id
     LEFT JOIN asset parent ON parent.org_id = a.org_id AND parent.id = a.parent_id
     LEFT JOIN failure_mode fm ON fm.org_id = ${alias}.org_id AND fm.class_id = a.class_id AND fm.code = ${alias}.failure_mode`
