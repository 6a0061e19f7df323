/**
 * Settings of the embedded server, as `-c` arguments. Small, because it shares the machine with the service (the budget is 300 MB);
 * durable, because a receipt that is lost after the provider took the write would have to be looked up again: fsync and
 * synchronous_commit stay on, and speed comes from few, large transactions. Loopback only. Its log never holds statements or the
 * values of rows (log_error_verbosity terse drops DETAIL lines): they may carry a customer's content.
 */
export function serverSettings(port: number, durable: boolean): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 60,
    shared_buffers: '64MB',
    work_mem: '8MB',
    maintenance_work_mem: '32MB',
    io_method: 'sync',
    jit: 'off',
    max_parallel_workers_per_gather: 0,
    max_worker_processes: 2,
    autovacuum_max_workers: 2,
    wal_level: 'minimal',
    max_wal_senders: 0,
    wal_buffers: '4MB',
    max_wal_size: '512MB',
    checkpoint_timeout: '15min',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    cluster_name: 'lockstep',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
