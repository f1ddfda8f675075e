import { useNames } from '../text/names.ts'

/** What a cut is called: a group of topics, or whatever list of the rules its kind names. */
export function useCutName(): (cut: string) => string {
  const names = useNames()
  return (cut) => {
    const [kind = '', code = ''] = cut.split(':')
    return kind === 'topic' ? (names.groups.find((each) => each.code === code)?.name ?? cut) : names.name(kind, code)
  }
}
