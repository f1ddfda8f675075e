import type { ReactNode } from 'react'

/** A short fact. Colour is never alone: the words say the same. */
export function Chip({ children, tone }: { children: ReactNode; tone?: 'plain' | 'due' | 'late' | 'calm' }) {
  return (
    <span className="chip" data-tone={tone ?? 'plain'}>
      {children}
    </span>
  )
}
