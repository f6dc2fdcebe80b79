import type { Draws } from '../../shape-maker.ts'
import { jobs } from '../../words/jobs.ts'
import { bioLists, bioTemplates } from '../../words/people.ts'
import { type Lists, phrases, withArticle } from '../text/phrases.ts'
import { BIO, jobIndex } from './parts.ts'

/** In small letters, but `UX designer`. */
const small = (title: string): string =>
  title
    .split(' ')
    .map((word) => (/[A-Z].*[A-Z]/.test(word) ? word : word.toLowerCase()))
    .join(' ')

let jobLists: readonly Lists[] | null = null

const biographies = phrases(bioTemplates, bioLists)

/** What a person of this job says of themselves. */
export function bio(draws: Draws): string {
  jobLists ??= jobs.map((title) => ({ job: [small(title)], job1: [withArticle(small(title))] }))
  return biographies.render(draws, BIO, jobLists[jobIndex(draws)])
}
