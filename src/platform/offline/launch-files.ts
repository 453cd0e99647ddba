/** What of the Launch Handler API is used (https://wicg.github.io/web-app-launch/). */
interface LaunchQueue {
  setConsumer(
    consumer: (params: { readonly files?: readonly FileSystemFileHandle[] }) => void,
  ): void;
}

/** Calls back with the files that the operating system opens with the installed app. */
export function onLaunchFiles(take: (files: File[]) => void): void {
  const { launchQueue } = window as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(async ({ files = [] }) => {
    if (files.length > 0) take(await Promise.all(files.map((handle) => handle.getFile())));
  });
}
