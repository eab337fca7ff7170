// Says so when the start fails or takes long; before anything else is loaded, since any of it may
// be what is missing. The ways to call stay on the page.
(() => {
  const PATIENCE = 30_000;
  const status = document.getElementById("first-paint-status");

  globalThis.ayaStarting = {
    /** Say that the start "failed" or is "slow"; the words stand beside, in the page's language. */
    say(word) {
      if (status.dataset.says === "failed") return; // that is for good
      status.dataset.says = word;
      status.textContent = status.dataset[word];
    },
  };

  // A script of ours that cannot be had. Such an event goes to its element only, not to the page.
  addEventListener(
    "error",
    ({ target }) => {
      const isOurs = target.tagName === "SCRIPT" && target.src.startsWith(document.baseURI);
      if (isOurs) ayaStarting.say("failed");
    },
    true,
  );
  // The engine asks for its parts with promises that nobody waits for.
  addEventListener("unhandledrejection", () => ayaStarting.say("failed"));
  setTimeout(() => ayaStarting.say("slow"), PATIENCE);
})();
