/** What was done to the thing found. */
export type Damage = 'changed' | 'removed' | 'added' | 'reordered'
/** What was found damaged. `heads` is the file outside the database. */
export type Thing = 'event' | 'batch' | 'command' | 'stream' | 'realm' | 'realm head' | 'heads' | 'content'

/** One damage, as exactly as the ledger can name it. */
export type Finding = {
  readonly realm: number
  readonly what: Damage
  readonly thing: Thing
  readonly position?: number
  readonly stream?: string
  readonly version?: number
  readonly batch?: number
  readonly command?: string
  readonly content?: string
  /** What gave it away. */
  readonly why: string
}

/** The finding as one line: `realm 9901: event removed at position 57 (stream …, version 3, batch 12): …`. */
export function describeFinding(finding: Finding): string {
  const { realm, what, thing, position, stream, version, batch, command, content, why } = finding
  const details = [
    stream && `stream ${stream}`,
    version !== undefined && `version ${version}`,
    batch !== undefined && thing !== 'batch' && `batch ${batch}`,
    command && `command ${command}`,
    content && `content ${content}`,
  ].filter(Boolean)
  const named = thing === 'batch' ? `batch ${batch}` : thing
  const at = position === undefined ? '' : ` at position ${position}`
  return `realm ${realm}: ${named} ${what}${at}${details.length > 0 ? ` (${details.join(', ')})` : ''}: ${why}`
}
