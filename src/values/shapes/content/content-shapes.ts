import type { ShapeName, TextOptions } from '../../../model/shapes.ts'
import type { Draws, ShapeMaker, ShapeMakers } from '../../shape-maker.ts'
import { adjectives } from '../../words/adjectives.ts'
import { commentLists, commentTemplates } from '../../words/comments.ts'
import {
  eventLists,
  eventTemplates,
  featureLists,
  featureTemplates,
  teamLists,
  teamTemplates,
} from '../../words/groups.ts'
import { messageLists, messageTemplates } from '../../words/messages.ts'
import { noteLists, noteTemplates } from '../../words/notes.ts'
import { nouns } from '../../words/nouns.ts'
import { questionLists, questionTemplates } from '../../words/questions.ts'
import { reviewLists, reviewMoods, reviewTemplates } from '../../words/reviews.ts'
import { taskLists, taskTemplates } from '../../words/tasks.ts'
import { thingLists, thingNames, thingTemplates } from '../../words/things.ts'
import { type Phrases, phrases } from '../text/phrases.ts'
import type { TextStyle } from '../text/style.ts'
import { capital, nameStyle, proseStyle, slugStyle, titleStyle, wordStyle } from '../text/styles.ts'
import { plainText, type TextMaker } from '../text/text-shape.ts'
import { body } from './body.ts'
import {
  COMMENT,
  category,
  EVENT,
  excerpt,
  FEATURE,
  MESSAGE,
  NOTE,
  QUESTION,
  REVIEW,
  slug,
  TASK,
  TEAM,
  THING,
  tag,
  title,
} from './parts.ts'

const from = (style: TextStyle, source: Phrases, first: number): TextMaker =>
  plainText(style, (draws) => source.render(draws, first))

const teams = phrases(teamTemplates, { ...teamLists, adjective: adjectives.map(capital), noun: nouns.map(capital) })

const reviews = {
  any: from(proseStyle, phrases(reviewTemplates, reviewLists), REVIEW),
  good: from(proseStyle, phrases(reviewMoods.good, reviewLists), REVIEW),
  mixed: from(proseStyle, phrases(reviewMoods.mixed, reviewLists), REVIEW),
  bad: from(proseStyle, phrases(reviewMoods.bad, reviewLists), REVIEW),
}

const review: ShapeMaker<'content.review'> = {
  compile: (options, context) => reviews[options.mood ?? 'any'].compile(options, context),
}

const names = phrases(thingNames, { ...thingLists, word: nouns.map(capital) })
const texts = phrases(thingTemplates, thingLists)
const thingName = (noun: string) => {
  const own = { noun: [noun.split(' ').map(capital).join(' ')] }
  return (draws: Draws): string => names.render(draws, THING, own)
}
const thingText =
  (noun: string) =>
  (draws: Draws): string =>
    texts.render(draws, THING + 16, { noun: [noun] })

/** Speaks of a thing where its noun is known, else as usual. */
const ofThing = (
  usual: TextMaker,
  style: TextStyle,
  source: (noun: string) => (draws: Draws) => string,
): TextMaker<TextOptions & { readonly noun?: string }> => ({
  compile({ noun, ...options }, context) {
    return noun === undefined
      ? usual.compile(options, context)
      : plainText(style, source(noun)).compile(options, context)
  },
})

export const contentShapes: Pick<ShapeMakers, Extract<ShapeName, `content.${string}`>> = {
  'content.title': ofThing(plainText(titleStyle, title), nameStyle, thingName),
  'content.slug': plainText(slugStyle, slug),
  'content.excerpt': ofThing(plainText(proseStyle, excerpt), proseStyle, thingText),
  'content.body': body,
  'content.comment': from(proseStyle, phrases(commentTemplates, commentLists), COMMENT),
  'content.review': review,
  'content.message': from(proseStyle, phrases(messageTemplates, messageLists), MESSAGE),
  'content.question': from(proseStyle, phrases(questionTemplates, questionLists), QUESTION),
  'content.task': from(titleStyle, phrases(taskTemplates, taskLists), TASK),
  'content.note': from(proseStyle, phrases(noteTemplates, noteLists), NOTE),
  'content.tag': plainText(wordStyle, tag),
  'content.category': plainText(nameStyle, category),
  'content.team': from(nameStyle, teams, TEAM),
  'content.event': from(titleStyle, phrases(eventTemplates, eventLists), EVENT),
  'content.feature': from(nameStyle, phrases(featureTemplates, featureLists), FEATURE),
}
