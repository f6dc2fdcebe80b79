import { findProject } from '../../database/find-project.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { Plan } from '../../model/plan.ts'
import type { Session } from '../session.ts'
import { bucketLines, otherFolders } from './bucket-lines.ts'
import { giveOwners } from './give-owners.ts'
import { plannedFiles } from './planned-files.ts'
import { compareSeedFiles, SEED_FILES } from './seed-files.ts'
import { typeProblems } from './type-problems.ts'

/**
 * Copies files to where `supabase seed buckets` takes them from, and says which lines `supabase/config.toml` lacks for it. Those that it has uploaded by now get
 * their owners.
 */
export async function putObjects(session: Session, plan: Plan): Promise<Finding[]> {
  const files = plannedFiles(session, plan, 'objects_path')
  if (files.length === 0) return []
  await giveOwners(session, plan, files)
  const project = findProject(session.around.where) ?? session.config.root
  const put = await compareSeedFiles(project, session.config.root, files, { tidy: false })
  await put.write()
  const copied = put.files.filter(({ state }) => state === 'written').length
  const lines = bucketLines(project, files)
  const problems = [...otherFolders(project, files), ...(await typeProblems(session.config.root, files))]
  if (copied === 0 && lines === '') return problems
  return [
    finding(
      'objects-path',
      'info',
      {},
      `${copied} of ${files.length} files copied to supabase/${SEED_FILES}.${lines === '' ? '' : ` For supabase/config.toml:\n${lines}`}`,
      { next: 'supabase seed buckets' },
    ),
    ...problems,
  ]
}
