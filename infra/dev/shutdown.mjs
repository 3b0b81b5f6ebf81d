/** How often to look whether the npm that started us is still there, in milliseconds. */
const PARENT_CHECK_MS = 500;
/** Read at once: it may be gone by the time somebody waits. */
const STARTED_BY = process.ppid;

/**
 * Waits for the first reason to stop: Ctrl-C, SIGTERM, a closed terminal, or the disappearance of
 * what started us (npm does not always pass SIGTERM on, and cannot when it is killed). Later signals
 * change nothing: stopping is under way.
 *
 * @returns {Promise<void>}
 */
export function stopRequested() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve());
    process.once('disconnect', () => resolve());
    if (process.env.npm_lifecycle_event === undefined) return;
    const watch = setInterval(() => {
      if (process.ppid === STARTED_BY) return;
      clearInterval(watch);
      resolve();
    }, PARENT_CHECK_MS);
    watch.unref();
  });
}
