import type { Relation } from '../../model/catalog.ts'
import type { Expr } from '../sql/expr.ts'
import { list, strings, type Tree, tagged, text, tree } from '../sql/tree.ts'
import { type Names, parentColumn, type Scene } from './scene.ts'

/** A query that finds the row that a column of the child leads to, if that meets a condition. */
export interface LookUp {
  /** Column of the child. */
  readonly link: string
  /** What is asked of the parent besides; `true` where nothing is. */
  readonly condition: Expr
  /** An expression over the columns of the parent. */
  read(node: unknown): Expr
}

/** `tested`: what must be equal to the only item of the list (`x in (select id from …)`). Null where the query is of another kind. */
export function lookUp(select: Tree, names: Names, scene: Scene, tested?: Expr): LookUp | null {
  const range = tree(tree(list(select.fromClause)[0]).RangeVar)
  const parent = list(select.fromClause).length === 1 ? tableOf(range, scene) : null
  if (parent === null || parent.id === scene.child.id || select.groupClause !== undefined) return null
  const alias = text(tree(range.alias).aliasname) || parent.name
  const parts = conjuncts(select.whereClause)
  const within = (link: string): Names => ({ ...names, values: withColumns(names, parent, alias, link) })
  const probe = within(PROBE)
  const meets = (one: Expr, other: Expr): string | null => linkBetween(one, other, parent, scene.child)
  const target = tree(tree(list(select.targetList)[0]).ResTarget).val
  const byTest = tested === undefined ? null : meets(tested, scene.read(target, probe))
  const place = byTest !== null ? -1 : parts.findIndex((part) => linkOf(part, probe, scene, meets) !== null)
  const link = byTest ?? (place === -1 ? null : linkOf(parts[place], probe, scene, meets))
  if (link === null) return null
  const inside = within(link)
  const read = (node: unknown): Expr => scene.read(node, inside)
  const others = parts.filter((_, at) => at !== place).map(read)
  const condition: Expr =
    others.length === 0 ? { kind: 'constant', value: true, type: 'bool' } : { kind: 'and', of: others }
  return { link, condition, read }
}

/** Stands for the child's column while it is looked for. */
const PROBE = ' parent'

function withColumns({ values }: Names, parent: Relation, alias: string, link: string): Map<string, Expr> {
  const known = new Map(values)
  for (const { name } of parent.columns) {
    known.set(name, parentColumn(link, name))
    known.set(`${alias}.${name}`, parentColumn(link, name))
  }
  return known
}

function conjuncts(where: unknown): readonly unknown[] {
  const [kind, fields] = tagged(where)
  if (kind === '') return []
  return kind === 'BoolExpr' && fields.boolop === 'AND_EXPR' ? list(fields.args).flatMap(conjuncts) : [where]
}

function linkOf(
  part: unknown,
  probe: Names,
  scene: Scene,
  meets: (one: Expr, other: Expr) => string | null,
): string | null {
  const [kind, fields] = tagged(part)
  if (kind !== 'A_Expr' || fields.kind !== 'AEXPR_OP' || strings(fields.name).at(-1) !== '=') return null
  const [left, right] = [scene.read(fields.lexpr, probe), scene.read(fields.rexpr, probe)]
  return meets(left, right) ?? meets(right, left)
}

/** The child's column, where a foreign key leads by it to the parent's column. */
function linkBetween(own: Expr, theirs: Expr, parent: Relation, child: Relation): string | null {
  const [one, other] = [bare(own), bare(theirs)]
  if (one.kind !== 'column' || other.kind !== 'column') return null
  const leads = child.foreignKeys.some(
    (key) =>
      key.parent === parent.id &&
      key.columns.some((name, i) => {
        const there = parentColumn(PROBE, key.parentColumns[i] ?? '')
        return name === one.name && there.kind === 'column' && there.name === other.name
      }),
  )
  return leads ? one.name : null
}

const bare = (expr: Expr): Expr => (expr.kind === 'cast' ? bare(expr.of) : expr)

function tableOf(range: Tree, { relations }: Scene): Relation | null {
  const [name, schema] = [text(range.relname), text(range.schemaname)]
  const named = relations.filter((relation) => relation.name === name && (schema === '' || relation.schema === schema))
  return named.find((relation) => relation.schema === 'public') ?? (named.length === 1 ? (named[0] ?? null) : null)
}
