// Starts the app's Python while the page still loads what draws it, and carries messages between
// the two. The client calls jsConnect, jsSend and jsDisconnect.
(() => {
  const PATCH_CONTROL = 2;
  const base = document.baseURI;
  let worker, deliver, started;
  let painted = false;

  // What draws the app. One variant of CanvasKit is much smaller, where the browser itself can
  // break lines and read pictures.
  const canBreakLines = "v8BreakIterator" in Intl && "Segmenter" in Intl && "ImageDecoder" in self;
  globalThis.flet = {
    pyodide: true,
    noCdn: true,
    multiView: false,
    webRenderer: "canvaskit",
    canvasKitVariant: canBreakLines ? "chromium" : "full",
    canvasKitBaseUrl: `${base}canvaskit/`,
    fontFallbackBaseUrl: "assets/fonts/",
    entrypointBaseUrl: new URL(base).pathname,
    assetBase: new URL(base).pathname,
    routeUrlStrategy: "hash",
    pythonModuleName: "main",
    appPackageUrl: "app.tar",
  };
  flet.flutterAppLoaded = new Promise((resolve) => (flet.flutterAppResolve = resolve));

  /**
   * A worker that the content security policy binds. The service worker sends the policy with
   * the script. Without it a plain host may not, and only a worker made here inherits the page's.
   */
  function newWorker() {
    const script = `${base}python-worker.js`;
    if (navigator.serviceWorker?.controller) return new Worker(script, { type: "module" });
    const source = new Blob([`import ${JSON.stringify(script)};`], { type: "text/javascript" });
    return new Worker(URL.createObjectURL(source), { type: "module" });
  }

  function start(useSnapshot) {
    started = new Promise((resolve, reject) => {
      worker = newWorker();
      worker.onerror = (event) => reject(new Error(event.message || "The worker did not load"));
      worker.onmessage = ({ data }) => {
        if (data instanceof Uint8Array) receive(data);
        else if (data.kind === "ready") resolve();
        else if (data.kind === "failed") reject(new Error(data.message));
        else if (data.kind === "ask") answer(data);
      };
    }).catch((error) => {
      worker.terminate();
      if (!useSnapshot) throw error;
      // The image of the memory may not fit this browser: start without it, this once slower.
      console.warn("Starting again without the memory image:", error.message);
      return start(false);
    });
    worker.postMessage({ base, useSnapshot, documentUrl: document.URL, build: ayaBuild });
    return started;
  }

  function receive(packet) {
    deliver(packet);
    // Packet: a zero byte, then a MessagePack array of the action and its body.
    if (painted || packet[2] !== PATCH_CONTROL) return;
    painted = true;
    afterNextFrames(() => {
      ayaFirstPaint.remove();
      document.querySelector("flt-semantics-placeholder")?.click();
      performance.mark("aya-first-screen");
      dispatchEvent(new Event("aya-first-screen"));
    });
  }

  function afterNextFrames(action) {
    requestAnimationFrame(() => requestAnimationFrame(action));
  }

  /** What Python may ask of the page, because a worker cannot do it. */
  const services = {
    rememberFirstPaint: (card) => ayaFirstPaint.remember(card),
    persist: async () => (await navigator.storage?.persist?.()) ?? false,
    isInstalled: () =>
      matchMedia("(display-mode: standalone)").matches || navigator.standalone === true,
    print: (html) => printDocument(html),
    saveFile: (file) => ayaFiles.save(file),
    pickFile: (endings) => ayaFiles.pick(endings),
    speech: (request) => ayaSpeech(request),
  };

  async function answer({ id, service, value }) {
    try {
      worker.postMessage({ kind: "answer", id, value: await services[service](value) });
    } catch (error) {
      worker.postMessage({ kind: "answer", id, error: String(error) });
    }
  }

  /** Open the browser's print dialog for a document of its own, without scripts in it. */
  function printDocument(html) {
    document.getElementById("aya-print")?.remove();
    const frame = document.createElement("iframe");
    frame.id = "aya-print";
    frame.sandbox = "allow-same-origin allow-modals";
    frame.style.cssText = "position:fixed;width:0;height:0;border:0";
    frame.srcdoc = html;
    frame.onload = () => frame.contentWindow.print();
    document.body.append(frame);
  }

  globalThis.jsConnect = async (_appId, _args, dartOnMessage) => {
    deliver = dartOnMessage;
    try {
      await started;
    } catch (error) {
      console.error("The app did not start:", error.message);
      ayaStarting.say("failed");
      throw error;
    }
  };
  globalThis.jsSend = (_appId, data) => worker.postMessage(data, [data.buffer]);
  globalThis.jsDisconnect = () => worker.terminate();

  start(true);
})();
