/** Gets a message's head (without its empty line) and its body, each byte one character. */
export type OnMessage = (head: string, body: string) => void;

/**
 * Cuts a stream of bytes into HTTP/1.1 messages. Publisher and receiver share two cores with what they measure: this
 * costs a tenth of a whole HTTP library. Bodies must have a Content-Length; one without has none.
 */
export class MessageReader {
  readonly #onMessage: OnMessage;
  #rest = "";
  /** Characters that the message at the front of `#rest` needs; 0: its head is not complete. */
  #needed = 0;
  #headLength = 0;

  constructor(onMessage: OnMessage) {
    this.#onMessage = onMessage;
  }

  push(chunk: Buffer): void {
    this.#rest += chunk.toString("latin1");
    while (this.#rest !== "" && this.#measure() && this.#rest.length >= this.#needed) {
      const head = this.#rest.slice(0, this.#headLength);
      const body = this.#rest.slice(this.#headLength + 4, this.#needed);
      this.#rest = this.#rest.slice(this.#needed);
      this.#needed = 0;
      this.#onMessage(head, body);
    }
  }

  #measure(): boolean {
    if (this.#needed > 0) return true;
    const end = this.#rest.indexOf("\r\n\r\n");
    if (end < 0) return false;
    const head = this.#rest.slice(0, end);
    if (/\r\ntransfer-encoding:/i.test(head)) throw new Error(`no Content-Length: ${head}`);
    this.#headLength = end;
    this.#needed = end + 4 + Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    return true;
  }
}
