import { adjust, adjustableNode, tokenSteps } from '../session/adjusting.ts';
import type { EditorState } from '../session/editor-state.ts';
import type { Unsubscribe } from '../session/observable.ts';
import type { PageSession } from '../session/page-session.ts';
import { tellRefusal } from '../session/refusals.ts';

import type { FrameMessage, HostMessage } from './protocol.ts';

// The editor's side of what the canvas does to sizes and distances: tells it what may be changed, and does what it asks for.
export class AdjustingHost {
  private readonly session: PageSession;
  private readonly send: (message: HostMessage) => void;
  private readonly subscriptions: Unsubscribe[];
  private unwatch: Unsubscribe = () => undefined; // the node that may be changed
  private shown: EditorState | null = null;
  private sent = '';

  constructor(session: PageSession, send: (message: HostMessage) => void) {
    this.session = session;
    this.send = send;
    this.subscriptions = [
      session.state.subscribe(() => this.follow()),
      session.spacing.subscribe(() => this.send({ type: 'spacing', part: session.spacing.get() })),
    ];
  }

  close(): void {
    for (const unsubscribe of this.subscriptions) unsubscribe();
    this.unwatch();
  }

  // A page was opened: the frame knows nothing yet.
  open(): void {
    this.send({ type: 'token-steps', steps: tokenSteps(this.session) });
    this.shown = null;
    this.sent = '';
    this.follow();
  }

  adjust({ id, property, value, gesture }: Extract<FrameMessage, { type: 'adjust' }>): void {
    try {
      tellRefusal(this.session, adjust(this.session, id, property, value, gesture));
    } finally {
      this.send({ type: 'adjusted' });
    }
  }

  private follow(): void {
    const { shown } = this;
    const state = this.session.state.get();
    this.shown = state;
    const isSame = (['selected', 'canEdit', 'mode', 'breakpoint'] as const).every((member) => state[member] === shown?.[member]);
    if (isSame) return;
    if (state.selected !== shown?.selected) this.watch();
    this.tell();
  }

  // Its styles may change, and it may be locked, or what it stands in.
  private watch(): void {
    this.unwatch();
    const { selection } = this.session.state.get();
    this.unwatch = selection === null ? () => undefined : this.session.tree.onPath(selection, () => this.tell());
  }

  private tell(): void {
    const node = adjustableNode(this.session);
    const text = JSON.stringify(node);
    if (text === this.sent) return;
    this.sent = text;
    this.send({ type: 'adjustable', node });
  }
}
