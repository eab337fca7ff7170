// Puts the first words on the page into the person's language: what is happening, and how to call.
// The numbers are those of the emergency card, if their owner allowed that here.
(() => {
  // A cache of its own: its files go when they are deleted. What was in localStorage can still be
  // read in the browser's files long after. The name keeps it apart from the service worker's.
  const CACHE = `${ayaBuild.storage}.first-paint`;
  const CARD = new URL("first-paint-card", document.baseURI).href;
  const byId = (id) => document.getElementById(id);

  /** The card the app left here, or null: `{language, numbers: [{label, number, dial}]}`. */
  async function storedCard() {
    try {
      return (await (await caches.match(CARD, { cacheName: CACHE }))?.json()) ?? null;
    } catch {
      return null;
    }
  }

  /** The language to speak: the app's own, else the first of the browser's that there is. */
  function choose(card) {
    const wanted = [card?.language, ...navigator.languages].filter(Boolean);
    for (const tag of wanted) {
      const found = Object.keys(ayaBuild.firstPaint).find(
        (code) => tag === code || tag.startsWith(`${code}-`) || code.startsWith(`${tag}-`),
      );
      if (found) return found;
    }
    return "en";
  }

  /** A number to tap. What the app could not make dialable is shown all the same. */
  function numberItem({ label, number, dial }) {
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement(dial ? "a" : "span"));
    if (dial) link.href = `tel:${dial}`;
    link.append(label, " ", Object.assign(document.createElement("bdi"), { textContent: number }));
    return item;
  }

  async function keep(card) {
    const cache = await caches.open(CACHE);
    // The file of one answer goes at once; those of a whole cache when nothing holds it any more.
    await cache.delete(CARD);
    if (card == null) await caches.delete(CACHE);
    else await cache.put(CARD, new Response(JSON.stringify(card)));
  }

  let kept = Promise.resolve();

  function show(card) {
    const language = choose(card);
    const words = ayaBuild.firstPaint[language];
    document.documentElement.lang = language;
    document.documentElement.dir = words.direction;
    const status = byId("first-paint-status");
    Object.assign(status.dataset, { failed: words.failed, slow: words.slow });
    status.textContent = words[status.dataset.says ?? "status"];
    byId("first-paint-title").textContent = words.title;
    byId("first-paint-advice").textContent = words.advice;
    byId("first-paint-numbers").replaceChildren(...(card?.numbers ?? []).map(numberItem));
  }

  show(null);
  storedCard().then((card) => {
    if (card && byId("first-paint")) show(card);
  });

  globalThis.ayaFirstPaint = {
    /** Keep a card for the next start; without one (Python's None comes as undefined) forget it. */
    remember(next) {
      kept = kept.catch(() => {}).then(() => keep(next)); // one after the other, the last one stays
      return kept;
    },
    /** Take the first words away: the app is there. */
    remove() {
      byId("first-paint")?.remove();
    },
  };
})();
