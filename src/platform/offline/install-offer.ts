/** https://wicg.github.io/manifest-incubations/#beforeinstallpromptevent-interface */
interface BeforeInstallPromptEvent extends Event {
  prompt(): Promise<unknown>;
}

/** Keeps the browser's offer to install the app until somebody wants it. */
export function offerInstall(onOffer: (offered: boolean) => void) {
  let offer: BeforeInstallPromptEvent | null = null;
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event as BeforeInstallPromptEvent;
    onOffer(true);
  });
  window.addEventListener('appinstalled', () => onOffer(false));
  return {
    async prompt(): Promise<void> {
      const asked = offer;
      // Each offer can be made once.
      offer = null;
      onOffer(false);
      await asked?.prompt();
    },
  };
}
