/** What came of handing one text over. `retry`: the other side may take it later. `why` is a code, never what was sent. */
export type Handed = { readonly ok: true } | { readonly ok: false; readonly why: string; readonly retry: boolean }

/** The ways out of this program. */
export type Channel = 'sms' | 'phone' | 'mail' | 'wecom' | 'dingtalk'

/** One way out: takes an address and a text, keeps neither, never throws. */
export type Gateway = {
  readonly channel: Channel
  /** `mark`: the same for one message on every try, so that who took it already can know it again. It tells nothing. */
  send(to: string, text: string, mark?: string): Promise<Handed>
}

/** The ways that are there; one that is missing is not configured. */
export type Gateways = Readonly<Partial<Record<Channel, Gateway>>>

/** Handed over. */
export const handed: Handed = { ok: true }

/** Not handed over, and why. */
export const notHanded = (why: string, retry: boolean): Handed => ({ ok: false, why, retry })

/** What may be said of an error of a connection: its code, never an address. */
export function whyOf(error: unknown): string {
  const code = (value: unknown) =>
    typeof value === 'object' && value !== null && 'code' in value ? String(value.code) : undefined
  const found = code(error) ?? (error instanceof Error ? (code(error.cause) ?? error.name) : undefined)
  return (found ?? 'unknown').replace(/[^\w-]/g, '').slice(0, 40)
}
