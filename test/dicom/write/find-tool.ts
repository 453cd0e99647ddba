import { spawnSync } from 'node:child_process';

/** What a program says about a file; null where the program is not installed. */
export function runTool(program: string, ...args: readonly string[]): string | null {
  const { error, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  return error ? null : `${stdout}${stderr}`;
}
