import type { Persona } from '../model/config.ts'

interface Known {
  readonly weight: number
  readonly role?: string
  readonly interests: readonly string[]
  readonly bio: readonly string[]
}

/** Personas that are known by name. */
const KNOWN: Readonly<Record<string, Known>> = {
  casual_user: {
    weight: 1,
    interests: ['browsing', 'saving for later'],
    bio: ['Here to read more than to write.', 'Drops in on weekends.', 'Mostly looking around, sometimes asking.'],
  },
  expert_user: {
    weight: 3,
    interests: ['deep dives', 'answering questions'],
    bio: [
      'Has done this for a living since before it was easy.',
      'Answers the questions that nobody else does.',
      'Careful notes, few opinions.',
    ],
  },
  content_creator: {
    weight: 8,
    interests: ['filming', 'photography', 'telling stories'],
    bio: [
      'Makes something new every week and shows how.',
      'Camera always charged, sleep optional.',
      'Films it, cuts it, shares it, starts again.',
    ],
  },
  admin_user: {
    weight: 1,
    role: 'admin',
    interests: ['moderation', 'keeping things tidy'],
    bio: ['Keeps the lights on around here.', 'Write to me if something looks wrong.', 'Sorts, merges and tidies up.'],
  },
  power_user: {
    weight: 5,
    interests: ['shortcuts', 'automation'],
    bio: [
      'Knows every shortcut and made three of them up.',
      'Here every day, usually before breakfast.',
      'If it can be automated, it is.',
    ],
  },
  casual_camper: {
    weight: 1,
    interests: ['car camping', 'campfires'],
    bio: [
      'Two or three weekends a year, always near a lake.',
      'Borrowed tent, own marshmallows.',
      'Easy sites, short walks, long evenings.',
    ],
  },
  expert_overlander: {
    weight: 4,
    interests: ['overlanding', 'recovery gear', 'navigation'],
    bio: [
      'Paper maps, low gears, no hurry.',
      'Has aired down on four continents.',
      'Turns back at the third bad sign, never at the second.',
    ],
  },
  van_life: {
    weight: 5,
    interests: ['van conversions', 'solar power', 'quiet places'],
    bio: [
      'Home is where it is level.',
      'Built the van twice, the second time properly.',
      'Full time on the road, part time at a desk.',
    ],
  },
  backpacker: {
    weight: 3,
    interests: ['long trails', 'ultralight gear'],
    bio: [
      'Weighs everything, carries most of it anyway.',
      'One more pass before dinner.',
      'Long trails in short sections.',
    ],
  },
  family_camping: {
    weight: 2,
    interests: ['camping with children', 'big tents'],
    bio: [
      'Five of us, one tent, no secrets.',
      'Plans for rain, hopes for mud.',
      'The children choose the site, we carry the rest.',
    ],
  },
  gear_reviewer: {
    weight: 6,
    interests: ['testing gear', 'comparing materials'],
    bio: [
      'Breaks things so that you need not.',
      'A scale, a notebook and a season of rain.',
      'Long tests, short verdicts.',
    ],
  },
}

/** Those of an earlier version, for users who are made beside others. */
export const DEFAULT_PERSONAS: readonly string[] = [
  'casual_user',
  'expert_user',
  'content_creator',
  'admin_user',
  'power_user',
]

/** All that are known by name. */
export const KNOWN_PERSONAS: ReadonlyMap<string, Persona> = new Map(
  Object.entries(KNOWN).map(([name, { weight, role = null, interests, bio }]) => [
    name,
    { name, weight, role, metadata: { interests }, bio },
  ]),
)
