/** What is to be done when a test file ends. Workers keep modules from one file to the next, so a module's own `afterAll` would hold for the first of them only. */
const works = new Set<() => Promise<void> | void>()

/** Has something done at the end of each file. */
export const atFileEnd = (work: () => Promise<void> | void): unknown => works.add(work)

/** Does all of it. */
export async function endFile(): Promise<void> {
  await Promise.all([...works].map((work) => work()))
}
