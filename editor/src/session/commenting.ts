import { Emitter, Observable } from './observable.ts';

// That a node is talked about, as the canvas marks it.
export interface CommentMarker {
  node: string;
  count: number; // of its open conversations
  label: string; // "2 comments by Ada"
}

// What somebody is writing, with those whom they chose to mention.
export interface CommentDraft {
  text: string;
  mentions: readonly { id: string; name: string }[];
}

// Where the panel of comments, the canvas and the keys meet. What is said is no part of the page, and stands elsewhere.
export class Commenting {
  readonly isOpen = new Observable(false);
  // Of the nodes that are talked about.
  readonly markers = new Observable<readonly CommentMarker[]>([]);
  // What is written and not sent yet, by what it is about: it stays when its field goes, and is there when the field comes back.
  readonly drafts = new Observable<ReadonlyMap<string, CommentDraft>>(new Map());
  // Somebody wants to write about what is selected.
  readonly composing = new Emitter<undefined>();

  // None: it was sent, or given up.
  keepDraft(target: string, draft: CommentDraft | undefined): void {
    const drafts = new Map(this.drafts.get());
    if (draft) drafts.set(target, draft);
    else if (!drafts.delete(target)) return;
    this.drafts.set(drafts);
  }

  toggle(): void {
    this.isOpen.set(!this.isOpen.get());
  }

  compose(): void {
    this.isOpen.set(true);
    // The panel listens once it is there.
    setTimeout(() => this.composing.emit(undefined), 0);
  }
}
