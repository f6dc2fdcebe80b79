import { setTimeout as sleep } from 'node:timers/promises'

/** How often work that somebody is in the way of is tried. */
export const ATTEMPTS = 10

/** Waits before the attempt after this one: longer each time, two seconds at most, and not in step with others who wait as well. */
export const pause = (attempt: number): Promise<void> =>
  sleep(Math.min(50 * 2 ** (attempt - 1), 2000) * (0.5 + Math.random() / 2))
