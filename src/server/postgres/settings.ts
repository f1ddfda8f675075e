/**
 * Settings for one office machine with two cores and a few GB of memory, given at every start so that a new version of
 * the program brings its own. Durability stays whole: fsync, full_page_writes and synchronous_commit are PostgreSQL's defaults (on).
 */
export function postgresSettings(place: {
  readonly port: number
  readonly socketFolder: string
}): Readonly<Record<string, string>> {
  return {
    listen_addresses: '127.0.0.1',
    port: String(place.port),
    unix_socket_directories: place.socketFolder,
    unix_socket_permissions: '0700',
    password_encryption: 'scram-sha-256',
    max_connections: '100',
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '8MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    // Short questions by many people: a plan that takes both cores, or compiles itself first, makes everyone else wait.
    jit: 'off',
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A statement or the detail of an error may hold a worker's name; neither goes to the log.
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
  }
}
