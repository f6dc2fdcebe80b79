import type { Draws } from '../../shape-maker.ts'
import { bodyLists, excerptTemplates } from '../../words/bodies.ts'
import { titleLists, titleTemplates } from '../../words/titles.ts'
import type { Topic } from '../../words/topic.ts'
import { topicsLife } from '../../words/topics-life.ts'
import { topicsWork } from '../../words/topics-work.ts'
import { type Lists, phrases } from '../text/phrases.ts'
import { pick } from '../text/pick.ts'
import { slugify } from '../text/slugify.ts'

/** The draws of the entity `content`: title, slug, excerpt, body, tag and category speak of one topic. */
const TOPIC = 0
const TITLE = 1
const EXCERPT = 20
const TAG = 40
/** Where the draws of single shapes begin; each phrase uses 16. */
export const COMMENT = 50
export const REVIEW = 70
export const MESSAGE = 90
export const QUESTION = 110
export const TASK = 130
export const NOTE = 150
export const TEAM = 170
export const EVENT = 190
export const FEATURE = 210
/** Names and sentences of things. */
export const THING = 230
/** The body takes all that follow. */
export const BODY = 300

const topics: readonly Topic[] = Object.freeze([...topicsLife, ...topicsWork])

/** What templates may take from a topic. */
const topicLists: readonly Lists[] = topics.map(({ subject, do: infinitives, doing, things }) => ({
  subject,
  do: infinitives,
  doing,
  things,
}))

const titles = phrases(titleTemplates, titleLists)
const excerpts = phrases(excerptTemplates, bodyLists)

export function topic(draws: Draws): Topic {
  return pick(draws, TOPIC, topics)
}

/** The words of the topic for templates. */
export function topicWords(draws: Draws): Lists {
  return pick(draws, TOPIC, topicLists)
}

export function title(draws: Draws): string {
  return titles.render(draws, TITLE, topicWords(draws))
}

export function slug(draws: Draws): string {
  return slugify(title(draws))
}

/** One sentence on the topic, and at times a second one. */
export function excerpt(draws: Draws): string {
  const first = excerpts.render(draws, EXCERPT, topicWords(draws))
  return draws.below(EXCERPT + 16, 3) === 0 ? `${first} ${pick(draws, EXCERPT + 17, topic(draws).facts)}` : first
}

export function tag(draws: Draws): string {
  return pick(draws, TAG, topic(draws).tags)
}

export function category(draws: Draws): string {
  return topic(draws).category
}
