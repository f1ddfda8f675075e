import { UsageError, type VerbContext } from './verb.ts'

/** The realm given by --realm; undefined when none was. @throws UsageError */
export function realmOption(context: VerbContext): number | undefined {
  const text = context.text('realm')
  if (text === undefined) return undefined
  if (!/^\d{1,5}$/.test(text) || Number(text) < 1 || Number(text) > 65535)
    throw new UsageError(`--realm: "${text}" is not a realm; give a whole number from 1 to 65535, such as 9901`)
  return Number(text)
}
