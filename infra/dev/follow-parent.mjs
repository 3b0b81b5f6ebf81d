/*
 * Preloaded into what we start: it stops like on SIGTERM when the process that started it disappears
 * without a word, so that nothing is left holding the port. What it starts in its turn inherits this
 * preload, and must not obey it.
 */
const GRACE_MS = 10_000;

if (process.env.PREAU_PARENT === String(process.ppid)) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), GRACE_MS).unref();
  });
  // Listening must not keep the process alive.
  process.channel?.unref();
}
