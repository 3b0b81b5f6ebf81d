/*
 * What is committed must mean the same on every machine: no path of somebody's disk, no address of a
 * package registry.
 */

/** Folders where people and build machines keep their clones, when followed by something. */
const MACHINE_PATH = /(?<![\w.@/-])\/(?:work|root|home|Users|workspaces?|builds)\/[\w.-]+/;
/** The address of a package registry, in a lockfile or in a setting: the machine's own is used. */
const REGISTRY = /\bregistry\s*[=:]\s*["']?https?:\/\/|tarball:\s*https?:\/\//;

/**
 * @param {string} file path from the root of the project
 * @param {string} text
 * @returns {string[]} one sentence per fault
 */
export function portabilityFaults(file, text) {
  return text.split('\n').flatMap((line, index) => {
    const place = `${file}:${index + 1}`;
    const faults = [];
    if (MACHINE_PATH.test(line)) faults.push(`${place}: a path of one machine`);
    if (REGISTRY.test(line)) faults.push(`${place}: the address of a package registry`);
    return faults;
  });
}
