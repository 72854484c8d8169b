// Browsers start no workers from a disk: there the search runs in a frame of the page instead.
if (location.protocol === "file:")
  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      const frame = document.createElement("iframe");
      this.scope = new Promise(done => {
        frame.onload = () => {
          const scope = frame.contentWindow, script = scope.document.createElement("script");
          scope.postMessage = data => this.dispatchEvent(new MessageEvent("message", { data }));
          script.onload = () => done(scope);
          script.src = address;
          scope.document.body.append(script);
        };
      });
      frame.hidden = true;
      document.body.append(frame);
    }
    async postMessage(data) {
      (await this.scope).dispatchEvent(new MessageEvent("message", { data }));
    }
  };
