// The design tokens while they are edited: what was published, the draft of it that is saved by itself, and what can be undone.
import { deleteTokenDraft, publishTokenDraft, readTokenDraft, saveTokenDraft, type TaggedDraft, type TokenVersion } from '../../api/design-tokens.ts';
import { getDesignTokens } from '../../api/library.ts';
import { Problem } from '../../api/problem.ts';
import type { DesignTokens } from '../../api/types.ts';
import { isSame, type JsonObject } from '../../engine/json.ts';
import { Observable } from '../../session/observable.ts';
import { faultsOf, type TokenFault } from './tokens/faults.ts';
import { beginWith, redone, undone, withStep, type UndoStack } from './tokens/undo-stack.ts';

export type Saving =
  | { state: 'saved' }
  | { state: 'saving' } // also while it waits for a pause in the changes
  | { state: 'refused' } // the faults say why
  | { state: 'failed'; error: unknown }
  | { state: 'conflict'; theirs: TaggedDraft | null }; // null: their draft is gone, published or given up

export interface DesignState {
  published: DesignTokens;
  stack: UndoStack<JsonObject>;
  baseVersion: number; // the version that the draft began with
  saved: TaggedDraft | null; // as the server has it
  saving: Saving;
  faults: readonly TokenFault[];
}

const pause = 500; // milliseconds without a change before the draft is saved
const pauseAfterFailure = 5000;

/** What the server has: the draft, where there is one and `mayEdit`. */
export async function openDesign(mayEdit: boolean): Promise<DesignDraft> {
  const [published, saved] = await Promise.all([getDesignTokens(), mayEdit ? readTokenDraft() : null]);
  return new DesignDraft(published, saved);
}

export class DesignDraft {
  readonly state: Observable<DesignState>;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private isClosed = false;

  constructor(published: DesignTokens, saved: TaggedDraft | null) {
    this.state = new Observable<DesignState>({
      published,
      stack: beginWith(saved?.draft.tokens ?? published.tokens),
      baseVersion: saved?.draft.baseVersion ?? published.version,
      saved,
      saving: { state: 'saved' },
      faults: [],
    });
  }

  get document(): JsonObject {
    return this.state.get().stack.present;
  }

  /** `name` joins changes that follow each other to one step of undo. */
  change(document: JsonObject, name: string | null = null): void {
    if (document !== this.document) this.step(withStep(this.state.get().stack, document, name, Date.now()));
  }

  undo(): void {
    this.step(undone(this.state.get().stack));
  }

  redo(): void {
    this.step(redone(this.state.get().stack));
  }

  /** A change that is kept only where the server takes it; else all is as it was, what can be redone too. Gives what is wrong with it. */
  async attempt(document: JsonObject): Promise<readonly TokenFault[]> {
    const { stack } = this.state.get();
    this.change(document);
    await this.flush();
    const { saving, faults } = this.state.get();
    if (saving.state !== 'refused') return [];
    this.step(stack);
    return faults;
  }

  private step(stack: UndoStack<JsonObject>): void {
    if (stack === this.state.get().stack) return;
    this.state.update({ stack });
    this.saveSoon(pause);
  }

  private saveSoon(delay: number): void {
    // Somebody has to say first whose draft it shall be.
    if (this.state.get().saving.state === 'conflict') return;
    this.state.update({ saving: { state: 'saving' } });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  /** Sends what is not saved yet, and is done when all is, or something hinders it. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    while (this.state.get().saving.state === 'saving') {
      this.running ??= this.save().finally(() => (this.running = null));
      await this.running;
    }
  }

  private async save(): Promise<void> {
    const { document } = this;
    const { saved, published, baseVersion } = this.state.get();
    try {
      let now: TaggedDraft | null = null;
      // What says the same as what is published is no draft.
      const isDraft = !isSame(document, published.tokens);
      if (isDraft) now = await saveTokenDraft(document, baseVersion, saved?.tag ?? null);
      else if (saved) await deleteTokenDraft(saved.tag);
      this.state.update({ saved: now, faults: [], baseVersion: now?.draft.baseVersion ?? published.version });
      // What was saved is a step that can be gone back to.
      if (this.document === document) this.state.update({ saving: { state: 'saved' }, stack: { ...this.state.get().stack, last: null } });
    } catch (error) {
      await this.hindered(error, document);
    }
  }

  private async hindered(error: unknown, document: JsonObject): Promise<void> {
    const faults = faultsOf(error);
    const isOlder = this.document !== document;
    if (faults) {
      if (!isOlder) this.state.update({ faults, saving: { state: 'refused' } });
    } else if (error instanceof Problem && (error.status === 412 || error.status === 404)) {
      await this.meet();
    } else {
      this.state.update({ saving: { state: 'failed', error } });
      if (!(error instanceof Problem) && !this.isClosed) this.timer = setTimeout(() => this.retry(), pauseAfterFailure);
    }
  }

  // Somebody else changed the draft: what is it now?
  private async meet(): Promise<void> {
    try {
      const [theirs, published] = await Promise.all([readTokenDraft(), getDesignTokens()]);
      this.state.update({ published, saving: { state: 'conflict', theirs } });
    } catch (error) {
      this.state.update({ saving: { state: 'failed', error } });
    }
  }

  retry(): void {
    if (this.state.get().saving.state === 'failed') this.saveSoon(0);
  }

  /** Goes on with the draft of somebody else, or with what is published now where there is none; one's own can be brought back by undoing. */
  takeTheirs(): void {
    const { saving, stack, published } = this.state.get();
    if (saving.state !== 'conflict') return;
    const { theirs } = saving;
    this.state.update({
      stack: withStep(stack, theirs?.draft.tokens ?? published.tokens, null, Date.now()),
      saved: theirs,
      baseVersion: theirs?.draft.baseVersion ?? published.version,
      saving: { state: 'saved' },
      faults: [],
    });
  }

  /** Writes over the draft of somebody else; undoing brings theirs back. */
  async keepMine(): Promise<void> {
    const { saving, stack, published } = this.state.get();
    if (saving.state !== 'conflict') return;
    const { theirs } = saving;
    const now = Date.now();
    this.state.update({
      stack: theirs ? withStep(withStep(stack, theirs.draft.tokens, null, now), stack.present, null, now) : stack,
      saved: theirs,
      baseVersion: theirs?.draft.baseVersion ?? published.version,
      saving: { state: 'saving' },
    });
    await this.flush();
  }

  /** The draft is gone, on the server and here; undoing brings it back. */
  async discard(): Promise<void> {
    await this.flush();
    const { saved, stack, published } = this.state.get();
    if (saved) await this.orMeet(() => deleteTokenDraft(saved.tag));
    this.state.update({ saved: null, baseVersion: published.version, stack: withStep(stack, published.tokens, null, Date.now()), faults: [], saving: { state: 'saved' } });
  }

  async publish(message: string): Promise<TokenVersion> {
    await this.flush();
    const { saved, saving } = this.state.get();
    // An older state than what is seen must not go out.
    if (saving.state !== 'saved') throw new Error('The draft could not be saved, and was not published.');
    if (!saved) throw new Error('Nothing differs from what is published.');
    const version = await this.orMeet(() => publishTokenDraft(message, saved.tag));
    await this.reload();
    return version;
  }

  private async orMeet<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Problem && (error.status === 412 || error.status === 404)) await this.meet();
      throw error;
    }
  }

  /** Somebody published since the draft was begun: it stays as it is, and is compared with what there is now. */
  async rebase(): Promise<void> {
    const published = await getDesignTokens();
    this.state.update({ published, baseVersion: published.version, saving: { state: 'saving' } });
    await this.flush();
  }

  /** Does something else that publishes, restoring a version or importing a file: after what is on its way is saved, and with what there is then. */
  async publishing<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.flush();
    const result = await work();
    await this.reload();
    return result;
  }

  private async reload(): Promise<void> {
    const [published, saved] = await Promise.all([getDesignTokens(), readTokenDraft()]);
    const document = saved?.draft.tokens ?? published.tokens;
    const { stack } = this.state.get();
    this.state.update({
      published,
      saved,
      baseVersion: saved?.draft.baseVersion ?? published.version,
      stack: isSame(document, stack.present) ? stack : withStep(stack, document, null, Date.now()),
      faults: [],
      saving: { state: 'saved' },
    });
  }

  /** Sends what is left; nothing is retried after it. */
  close(): void {
    this.isClosed = true;
    void this.flush();
  }
}
