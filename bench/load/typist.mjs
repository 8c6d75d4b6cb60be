// What somebody does who works on a page: mostly types into a text that others type into too, and now and then adds, moves and removes cards and takes
// a step back. The same seed does the same.
const words = 'morning clinic garden river letters season bridge visit table open'.split(' ');

export class Typist {
  #random;
  #number = 0;
  #texts = new Map();
  #mine = [];

  // `texts`: [{id, key}], the texts of the page; `gridId`: the node that takes cards.
  constructor({ name, seed, texts, gridId }) {
    Object.assign(this, { name, texts, gridId });
    let state = seed * 2654435761 + 1;
    this.#random = (below) => {
      state = (state * 1664525 + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
  }

  nextId() {
    return `${this.name}-${++this.#number}`;
  }

  // The next transaction, or 'undo'.
  next() {
    const chance = this.#random(100);
    if (chance < 84) return this.#type();
    if (chance < 90 || this.#mine.length === 0) return this.#addCard();
    if (chance < 94) return this.#moveCard();
    if (chance < 97) return this.#removeCard();
    return 'undo';
  }

  #type() {
    const { id, key } = this.texts[this.#random(this.texts.length)];
    const before = this.#texts.get(id) ?? '';
    const text = before.length > 50 ? words[this.#random(words.length)] : `${before} ${words[this.#random(words.length)]}`.trim();
    this.#texts.set(id, text);
    return this.#transaction('Edit text', { type: 'set_prop', id, key, value: text });
  }

  // One of their own cards, or a place before one.
  #card() {
    return this.#mine[this.#random(this.#mine.length)];
  }

  #addCard() {
    const id = `${this.name}c${this.#mine.length}x${this.#number}`;
    this.#mine.push(id);
    const node = { id, component: 'card', props: { title: `A card of ${this.name}` } };
    return this.#transaction('Add Card', { type: 'insert_node', place: { parent: this.gridId, slot: 'content', rank: 'n' }, node });
  }

  #moveCard() {
    return this.#transaction('Move Card', { type: 'move_node', id: this.#card(), place: { parent: this.gridId, slot: 'content', rank: `${'abcdefgh'[this.#random(8)]}n` } });
  }

  #removeCard() {
    const [id] = this.#mine.splice(this.#random(this.#mine.length), 1);
    return this.#transaction('Remove Card', { type: 'remove_node', id });
  }

  #transaction(label, operation) {
    return { id: this.nextId(), label, operations: [operation] };
  }
}
