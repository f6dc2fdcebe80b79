import type { Catalog } from '../../model/catalog.ts'
import type { Study } from '../../model/study.ts'
import type { Framework } from './framework.ts'
import { makerkit } from './makerkit.ts'
import { supabase } from './supabase.ts'

/** The more special ones first. */
const FRAMEWORKS: readonly Framework[] = [makerkit, supabase]

/** The family of the schema with its evidence; `none` for a plain one. */
export function detectFramework(catalog: Catalog): Study['framework'] {
  for (const framework of FRAMEWORKS) {
    const evidence = framework.evidence(catalog)
    if (evidence.length > 0) return { family: framework.family, evidence }
  }
  return { family: 'none', evidence: [] }
}
