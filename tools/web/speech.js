// Reads aloud with the voices of this device. Voices that need a network are not used: what is read
// would leave the device.
(() => {
  const WAIT_FOR_VOICES = 1500; // milliseconds: some browsers find their voices after the page

  const synthesis = globalThis.speechSynthesis;

  // Android writes en_US where others write en-US.
  const tagOf = (voice) => voice.lang.toLowerCase().replace("_", "-");

  async function voiceFor(language) {
    if (synthesis.getVoices().length === 0) {
      await new Promise((resolve) => {
        synthesis.addEventListener("voiceschanged", resolve, { once: true });
        setTimeout(resolve, WAIT_FOR_VOICES);
      });
    }
    const wanted = language.toLowerCase();
    const mine = navigator.languages.map((tag) => tag.toLowerCase());
    const fitting = synthesis.getVoices().filter((voice) => {
      const tag = tagOf(voice);
      return voice.localService && (tag === wanted || tag.startsWith(`${wanted.split("-")[0]}-`));
    });
    // Their own country's voice before another one of the same language.
    return fitting.find((voice) => mine.includes(tagOf(voice))) ?? fitting[0];
  }

  const actions = {
    async support({ language }) {
      if (!synthesis) return "not-here";
      return (await voiceFor(language)) ? "yes" : "no-voice";
    },

    async say({ words, language, speed }) {
      const voice = synthesis && (await voiceFor(language));
      if (!voice) return "failed";
      const utterance = new SpeechSynthesisUtterance(words);
      Object.assign(utterance, { voice, lang: voice.lang, rate: speed });
      return new Promise((resolve) => {
        utterance.onend = () => resolve("said");
        utterance.onerror = ({ error }) =>
          resolve(["canceled", "interrupted"].includes(error) ? "stopped" : "failed");
        synthesis.speak(utterance);
      });
    },

    async stop() {
      synthesis?.cancel();
      return "stopped";
    },
  };

  globalThis.ayaSpeech = (request) => {
    const { action, ...rest } = JSON.parse(request);
    return actions[action](rest);
  };
})();
