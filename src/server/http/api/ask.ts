import type { FastifyRequest } from 'fastify'
import type { ViewName, ViewParams } from '../../../protocol/view.ts'
import type { ServerContext } from '../../context.ts'
import type { Reader } from '../../view/scope.ts'

/** One question as it reaches the view that answers it; the registry has already said who may ask. */
export type Ask<N extends ViewName> = {
  readonly context: ServerContext
  readonly request: FastifyRequest
  readonly actor: Reader
  readonly params: ViewParams<N>
}

/** How each of some views is answered. */
export type Answers<N extends ViewName> = { readonly [Each in N]: (ask: Ask<Each>) => Promise<unknown> }
