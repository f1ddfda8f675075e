/** Faults of sending a file in pieces (tus 1.0), spread into the registry. */
export const fileFaults = {
  'upload.protocol': 'The request is none of tus 1.0, or lacks Upload-Key, Upload-Length or Upload-Offset.',
  'upload.offset': 'Upload-Offset is not where the file stands: ask with HEAD and go on from there.',
  'upload.wait': 'Too many files from one place: wait as long as Retry-After says.',
  'upload.full': 'Too many files wait to be sent off at this moment: try again later.',
} as const

/** Refusals of files. `file.type` to `file.video` also answer the last piece of a file, 422. */
export const fileRefusals = {
  'file.type': {
    doc: 'Nothing that is taken: rules/files.yaml lists the types; what stands in the file counts, not its name.',
    field: 'files',
    retry: 'after-change',
  },
  'file.broken': { doc: 'The file cannot be opened, or ends too soon.', field: 'files', retry: 'after-change' },
  'file.unsafe': {
    doc: 'It holds a program, brings another file along, is locked, or is two kinds of file at once.',
    field: 'files',
    retry: 'after-change',
  },
  'file.pixels': { doc: 'The picture has more pixels than are opened.', field: 'files', retry: 'after-change' },
  'file.video': {
    doc: 'It is a film: photos and recordings of sound are taken.',
    field: 'files',
    retry: 'after-change',
  },
  'file.gone': {
    doc: 'No such file waits: it did not arrive whole, was given to a matter before, or its time is over.',
    field: 'files',
    retry: 'after-change',
  },
  'file.too-many': {
    doc: 'More files than stand at one matter. Parameter: most.',
    field: 'files',
    retry: 'after-change',
  },
  'file.voice': {
    doc: 'A voice tells who somebody is: it is taken only where the worker gave their name.',
    field: 'files',
    retry: 'after-change',
  },
} as const
