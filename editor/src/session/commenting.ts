import { Emitter, Observable } from './observable.ts';

// That a node is talked about, as the canvas marks it.
export interface CommentMarker {
  node: string;
  count: number; // of its open conversations
  label: string; // "2 comments by Ada"
}

// Where the panel of comments, the canvas and the keys meet. What is said is no part of the page, and stands elsewhere.
export class Commenting {
  readonly isOpen = new Observable(false);
  // Of the nodes that are talked about.
  readonly markers = new Observable<readonly CommentMarker[]>([]);
  // Somebody wants to write about what is selected.
  readonly composing = new Emitter<undefined>();

  toggle(): void {
    this.isOpen.set(!this.isOpen.get());
  }

  compose(): void {
    this.isOpen.set(true);
    // The panel listens once it is there.
    setTimeout(() => this.composing.emit(undefined), 0);
  }
}
