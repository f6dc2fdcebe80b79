/** In place of a value: what the target says under this name. */
export interface TargetMember {
  readonly target: string
}

/** Moments as dates, or as texts: `2026-01-31`, `6 months ago`. */
export type AllotValue = string | number | boolean | Date | null

export type AllotOperand = AllotValue | TargetMember

/** What a member must be; all that is said. The same words as in the selection of a pool. */
export interface AllotComparison {
  readonly equals?: AllotOperand
  readonly not?: AllotOperand
  /** One of these; of a target: one of its list. */
  readonly in?: readonly AllotOperand[] | TargetMember
  readonly notIn?: readonly AllotOperand[] | TargetMember
  readonly gt?: AllotOperand
  readonly gte?: AllotOperand
  readonly lt?: AllotOperand
  readonly lte?: AllotOperand
  readonly contains?: AllotOperand
  readonly startsWith?: string | TargetMember
  readonly endsWith?: string | TargetMember
  readonly exists?: boolean
}

/** A condition by data: a member of the item (or of the target alone) held against values or members of the target. */
export type AllotCondition = AllotComparison &
  ({ readonly item: string; readonly target?: undefined } | { readonly target: string; readonly item?: undefined })
