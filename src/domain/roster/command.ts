/** Commands on the office of a unit. Instants are ISO 8601 with an offset; `post` and `unit` are integer ids. */
export type OfficeCommand =
  | {
      readonly kind: 'duty.set'
      readonly unit: number
      readonly post: number
      readonly from: string
      readonly to: string
    }
  | { readonly kind: 'duty.clear'; readonly unit: number; readonly entry: number }
  | { readonly kind: 'office.set-small'; readonly unit: number; readonly on: boolean }

/** Verbs on an office: the kinds of the commands. */
export type OfficeVerb = OfficeCommand['kind']
