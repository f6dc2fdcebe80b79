import type { Link } from '../../model/link.ts'
import type { TablePlan } from '../../model/plan.ts'

export const linkOf = ({ links }: TablePlan, name: string): Link | undefined => links.find((link) => link.name === name)
