import type { Holder } from '../demand/event.ts'

/** How a callback was tried. */
export type CallbackWay = 'call' | 'sms' | 'visit' | 'thread'

/** Events of the callback machine (domain §2.8). Due whether the handler is done or not. */
export type CallbackEvent =
  | {
      readonly kind: 'CallbackOpened'
      readonly body: {
        readonly callback: Holder
        /** True when no other unit was staffed and another post of another section calls; counted apart. */
        readonly sameUnit: boolean
        /** When it ends as *unknown*, if the worker is not reached. */
        readonly closeAt: string
      }
    }
  /** A try that reached nobody; `on` is the local date, because the rules count days. */
  | { readonly kind: 'CallbackTried'; readonly body: { readonly way: CallbackWay; readonly on: string } }
  /** Reached: *is this what you meant?* and *were you contacted?* The verdict is the event after it. */
  | {
      readonly kind: 'CallbackMade'
      readonly body: {
        readonly way: 'call' | 'visit'
        readonly meant: boolean | null
        readonly contacted: boolean | null
      }
    }
