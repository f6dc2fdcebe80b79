import type { FrameworkStudy } from '../../model/framework-study.ts'

/** MakerKit's Lite kits know users and nothing that they belong to. */
export const hasTeams = ({ family }: Pick<FrameworkStudy, 'family'>): boolean =>
  family !== 'makerkit-lite' && family !== 'makerkit-v1-lite'
