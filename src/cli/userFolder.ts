/**
 * The folder from which relative paths start. npm runs a script in the folder of its package, wherever the user called it,
 * and hands that place on.
 *
 * @param environment The process's environment variables.
 * @returns The folder; `.` where the process is in the right one already.
 */
export function userFolder(environment: Readonly<Record<string, string | undefined>>): string {
  // Another script that starts this program has chosen the folder itself.
  return (environment['npm_lifecycle_event'] === 'yojeom' ? environment['INIT_CWD'] : undefined) ?? '.';
}
