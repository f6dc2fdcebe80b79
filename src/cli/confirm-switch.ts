import type { Switching } from '../model/reports/preview.ts'
import { renderSwitching } from '../report/render-switching.ts'
import { confirm } from './consent.ts'
import { type Context, say } from './context.ts'

/** Says what goes because another dataset is there, and asks as `cleanup` does where somebody is there. @throws SeedError `declined` */
export async function confirmSwitch(switching: Switching, context: Context): Promise<void> {
  say(context, renderSwitching(switching, context.page).join('\n'))
  const isAsked = context.terminal.interactive && !context.flags.json
  if (isAsked && switching.tables.length > 0) await confirm('Remove them?', false, context)
}
