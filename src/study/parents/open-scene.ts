import type { Catalog, Relation } from '../../model/catalog.ts'
import type { SqlParser } from '../../model/study.ts'
import { callFunction } from './call-function.ts'
import { readValue } from './read-value.ts'
import type { Scene } from './scene.ts'

/** Puts together what reads expressions, queries and functions, which lead to one another. */
export function openScene(child: Relation, { relations, functions }: Catalog, parser: SqlParser): Scene {
  const scene: Scene = {
    child,
    relations,
    functions,
    parser,
    read: (node, names) => readValue(node, names, scene),
    call: (name, args, depth) => callFunction(name, args, depth, scene),
  }
  return scene
}
