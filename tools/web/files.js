// Files go out to their owner and come in from them.
//
// Safari gives files only to a tap, and the tap on the app is over by the time Python has made the
// file: there a small window asks for one more. On an iPhone it also offers the system's own sheet,
// which saves to Files or sends.
globalThis.ayaFiles = (() => {
  const WANTS_TAP = navigator.vendor.startsWith("Apple");
  const KEPT = 60_000; // milliseconds: Safari reads a file some time after the tap
  const TYPES = {
    html: "text/html",
    ics: "text/calendar",
    json: "application/json",
    png: "image/png",
  };

  function make(tag, properties, ...inside) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...inside);
    return element;
  }

  /** The words of the page in the language that the app is in now. */
  function words() {
    const { lang } = document.documentElement;
    const all = ayaBuild.firstPaint;
    const code = Object.keys(all).find((code) => lang === code || lang.startsWith(`${code}-`));
    return all[code] ?? all.en;
  }

  /** A window with a title and things to tap; resolves with what `settle` was given, or null. */
  function ask(title, fill) {
    return new Promise((resolve) => {
      const close = make("button", { textContent: words().not_now });
      const dialog = make("dialog", { id: "aya-file", ariaLabel: title });
      const settle = (answer) => {
        resolve(answer);
        dialog.remove();
      };
      close.onclick = () => settle(null);
      dialog.oncancel = () => settle(null); // the system's back, or Escape
      dialog.append(make("p", {}, make("bdi", { textContent: title })), ...fill(settle), close);
      document.body.append(dialog);
      dialog.showModal();
    });
  }

  /** Give a file to its owner; resolves with whether they took it. */
  async function save({ name, data }) {
    const type = TYPES[name.split(".").at(-1)] ?? "application/octet-stream";
    const file = new File([data], name, { type });
    const address = URL.createObjectURL(file);
    const link = make("a", { href: address, download: name, textContent: words().save_file });
    if (!WANTS_TAP) link.click();
    const taken = !WANTS_TAP || (await ask(name, (settle) => ways(file, link, settle)));
    setTimeout(() => URL.revokeObjectURL(address), KEPT);
    return Boolean(taken);
  }

  function ways(file, link, settle) {
    link.onclick = () => setTimeout(() => settle(true)); // after the browser has followed it
    if (!navigator.canShare?.({ files: [file] })) return [link];
    const share = make("button", { textContent: words().send_file });
    share.onclick = () =>
      navigator.share({ files: [file] }).then(
        () => settle(true),
        () => {}, // they closed the sheet; the window is still there
      );
    return [share, link];
  }

  /** The bytes of a file that they choose, or null. `endings` are those that fit: ".json". */
  async function pick(endings) {
    const input = make("input", { type: "file", ariaLabel: words().choose_file });
    // An iPhone does not let files with endings that it does not know be chosen at all.
    if (!WANTS_TAP) input.accept = endings.join(",");
    const chosen = new Promise((resolve) => {
      input.onchange = () => resolve(input.files[0] ?? null);
      input.oncancel = () => resolve(null);
    });
    if (!WANTS_TAP) input.click();
    const file = await (WANTS_TAP
      ? ask(words().choose_file, (settle) => {
          chosen.then(settle);
          return [input];
        })
      : chosen);
    return file && new Uint8Array(await file.arrayBuffer());
  }

  return { save, pick };
})();
