// The engine that draws the app looks for a font of its own when a script has none yet, and goes
// on looking until it gets one. It gets ours.
(() => {
  const given = new Set();
  const fetchAnything = globalThis.fetch;

  /** The address of the font to give for one that the engine asks for, else undefined. */
  function standIn(address) {
    const family = /(?:^|\/)assets\/fonts\/([a-z0-9]+)\/v\d+\//.exec(address)?.[1];
    if (!family) return undefined;
    // Large fonts are asked for in many pieces, each for some signs. The answers are whole fonts,
    // each given once; after them any font will do, since the sign is in one of those or in none.
    const font = ayaBuild.fonts[family]?.find((candidate) => !given.has(candidate));
    given.add(font);
    return document.baseURI + (font ?? ayaBuild.lastResortFont);
  }

  globalThis.fetch = (resource, options) =>
    fetchAnything((typeof resource === "string" && standIn(resource)) || resource, options);
})();
