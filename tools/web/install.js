// Keeps the app on this device, so that it starts without a network, and fetches newer versions.
(() => {
  if (!("serviceWorker" in navigator)) return;

  async function install() {
    const registration = await navigator.serviceWorker.register(
      `service-worker.js?canvaskit=${flet.canvasKitVariant}`,
      { updateViaCache: "none" },
    );
    const { active } = await navigator.serviceWorker.ready;
    active.postMessage("fetch-the-rest");
    if (navigator.onLine) registration.update().catch(() => {}); // no network: next time
  }

  // Not before the first screen is there: until then the network is needed for that.
  addEventListener("aya-first-screen", () => install().catch((error) => console.warn(error)), {
    once: true,
  });
})();
