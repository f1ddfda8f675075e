import { BlockList, isIP, isIPv4 } from 'node:net'
import type { FastifyRequest } from 'fastify'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/**
 * Whether the request was made on this machine: the socket's address and, through a trusted proxy, every address it was
 * forwarded for. A proxy that is not trusted but says it forwards speaks for somebody we cannot see: then no.
 */
export function isHere(request: FastifyRequest, trustsProxy: boolean): boolean {
  const { forwarded, 'x-forwarded-for': list, 'x-real-ip': real } = request.headers
  if (forwarded !== undefined || (!trustsProxy && (list !== undefined || real !== undefined))) return false
  const addresses = [request.socket.remoteAddress, request.ip, ...(request.ips ?? []), ...[real ?? []].flat()]
  return addresses.every((address) => address !== undefined && isLoopback(address))
}

function isLoopback(address: string): boolean {
  const plain = address.startsWith('::ffff:') ? address.slice(7) : address
  return isIP(plain) !== 0 && loopback.check(plain, isIPv4(plain) ? 'ipv4' : 'ipv6')
}
