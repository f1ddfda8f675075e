/**
 * Resolves at the first SIGTERM, SIGINT or SIGHUP. Further ones are the same wish: Ctrl-C in a terminal reaches us once
 * directly and once through npm, and must not end us in the middle of an orderly stop.
 */
export function stopSignal(): { readonly asked: Promise<NodeJS.Signals>; release(): void } {
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const
  let resolveAsked: (signal: NodeJS.Signals) => void = () => undefined
  const asked = new Promise<NodeJS.Signals>((resolve) => {
    resolveAsked = resolve
  })
  for (const signal of signals) process.on(signal, resolveAsked)
  return {
    asked,
    release: () => {
      for (const signal of signals) process.off(signal, resolveAsked)
    },
  }
}
