import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'

/** A person in a post as colleagues say it: `李琴（接听 · 热线）`. */
export function usePostName(): (post: { holder: string; section: string | null; role: string }) => string {
  const { sayOr } = useSpeech()
  const names = useNames()
  return ({ holder, section, role }) => {
    const duty = [sayOr(`role.${role}`, 'role.other'), section && names.name('section', section)]
    return `${holder}（${duty.filter(Boolean).join(' · ')}）`
  }
}
