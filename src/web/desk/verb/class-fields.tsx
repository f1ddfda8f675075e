import type { Difficulty, Urgency } from '../../../domain/topic.ts'
import { Choices } from '../../kit/choices.tsx'
import { useSpeech } from '../text/say.tsx'

export const urgencies = ['P0', 'P1', 'P2'] as const satisfies readonly Urgency[]
export const difficulties = ['plain', 'hard', 'complex'] as const satisfies readonly Difficulty[]

interface Props {
  readonly urgency: string
  readonly difficulty: string
  readonly onChange: (patch: { urgency?: string; difficulty?: string }) => void
}

/** Urgency and difficulty, the two that make a class. */
export function ClassFields({ urgency, difficulty, onChange }: Props) {
  const { say } = useSpeech()
  return (
    <div className="form-pair">
      <Choices
        label={say('triage.urgency')}
        choices={urgencies.map((id) => ({ id, name: say(`urgency.${id}`) }))}
        value={urgency}
        onChange={(id) => onChange({ urgency: id })}
      />
      <Choices
        label={say('triage.difficulty')}
        choices={difficulties.map((id) => ({ id, name: say(`difficulty.${id}`) }))}
        value={difficulty}
        onChange={(id) => onChange({ difficulty: id })}
      />
    </div>
  )
}
