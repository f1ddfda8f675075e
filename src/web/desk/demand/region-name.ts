import { useQuery } from '@tanstack/react-query'
import { regionsQuery } from '../api/view.ts'

/** A region with what stands above it, `江湾区` or `江湾区 柳荫街道`; its code until the name has arrived. */
export function useRegionName(code: string): string {
  const { data } = useQuery(regionsQuery(code))
  const found = data?.rows.find((row) => row.code === code)
  if (!found) return code
  // A township says little without its county; a county is known by itself.
  const above = code.length > 6 ? found.path.slice(-1) : []
  return [...above, found.name].join(' ')
}
