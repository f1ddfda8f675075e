import { useQuery } from '@tanstack/react-query'
import { askView } from '../api/view.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'

/**
 * What a cut is called: a group of topics, a training plan, or whatever list of the rules its kind names. Plans are asked for
 * where one is to be named.
 */
export function useCutName(withPlans = false): (cut: string) => string {
  const names = useNames()
  const { say } = useSpeech()
  const plans = useQuery({
    queryKey: ['training', 'plans'],
    queryFn: () => askView('training-plans', {}),
    enabled: withPlans,
  })
  return (cut) => {
    const [kind = '', code = ''] = cut.split(':')
    // What unions did with one directive is opened from its own page, and has no name of its own here.
    if (kind === 'directive') return say('figures.oneDirective')
    if (kind === 'plan') return plans.data?.rows.find(({ id }) => id === code)?.title ?? code
    return kind === 'topic' ? (names.groups.find((each) => each.code === code)?.name ?? cut) : names.name(kind, code)
  }
}
