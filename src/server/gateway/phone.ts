import type { Clock } from '../clock.ts'
import type { Gateway } from './gateway.ts'
import { type HttpTemplate, httpTemplateGateway } from './http-template.ts'

/** Rings a phone and says the text: for what cannot wait until somebody looks (P0). */
export function phoneGateway(template: HttpTemplate, clock: Clock): Gateway {
  return httpTemplateGateway('phone', template, clock)
}
