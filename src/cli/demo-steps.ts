import type { DemoProgress } from '../model/reports/demo-report.ts'
import type { Progress } from '../model/reports/report.ts'
import { demoStepBegun, renderDemoStep } from '../report/demo/render-demo-step.ts'
import { printable } from '../report/printable.ts'
import { clip } from '../report/width.ts'
import { type Context, say } from './context.ts'

/** Shows what the demo does: a line for each step that is done, and for people the one that is under way. */
export interface DemoStepsView {
  onStep(event: DemoProgress): void
  onProgress(event: Progress): void
  /** Takes the line of the step that is under way away. */
  end(): void
}

/** The view that suits the terminal: logs get whole lines only. */
export function showDemoSteps(context: Context): DemoStepsView {
  const { flags, terminal, page } = context
  const live = terminal.live && !flags.quiet
  let drawn = false
  const erase = (): void => {
    if (drawn) terminal.err('\r\x1b[K')
    drawn = false
  }
  const draw = (text: string): void => {
    if (!live) return
    erase()
    terminal.err(page.style.dim(clip(`  ${page.ascii ? '.' : '·'} ${text}`, page.width - 1)))
    drawn = true
  }
  return {
    onStep(event) {
      erase()
      if (event.kind === 'begun') draw(demoStepBegun[event.step])
      else say(context, renderDemoStep(event, page))
    },
    onProgress(event) {
      if (event.kind === 'rows') draw(`${demoStepBegun.load} ${printable(event.table)}`)
    },
    end: erase,
  }
}
