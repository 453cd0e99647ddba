import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line program as `npm run -s analyse -- ...args` does. */
export function runProgram(
  args: readonly string[],
  onStderr: (text: string, interrupt: () => void) => void = () => {},
): Promise<Ended> {
  const program = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    cwd: ROOT,
  });
  let stdout = '';
  let stderr = '';
  program.stdout.on('data', (data) => {
    stdout += data;
  });
  program.stderr.on('data', (data) => {
    stderr += data;
    onStderr(stderr, () => program.kill('SIGINT'));
  });
  return new Promise((resolve, reject) => {
    program.on('error', reject);
    program.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}
