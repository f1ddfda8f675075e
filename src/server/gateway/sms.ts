import type { Clock } from '../clock.ts'
import type { Gateway } from './gateway.ts'
import { type HttpTemplate, httpTemplateGateway } from './http-template.ts'

/** Texts to phones through whichever provider the operator has a contract with. */
export function smsGateway(template: HttpTemplate, clock: Clock): Gateway {
  return httpTemplateGateway('sms', template, clock)
}
