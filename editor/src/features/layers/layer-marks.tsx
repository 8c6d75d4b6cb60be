import { MessageSquare } from 'lucide-react';
import { useCallback, useSyncExternalStore } from 'react';

import type { Person } from '../../session/connection/protocol.ts';
import { colorOf } from '../../session/person-colors.ts';
import { useSession } from '../../session/react.ts';
import { Avatar } from '../../ui/avatar.tsx';

import styles from './layers-panel.module.css';

const mostPictures = 3;

// Who else has a node selected or types in it, and how much is said about it. Drawn anew only where that is another of this node: cursors
// move all the time.
export function LayerMarks({ id }: { id: string }) {
  const session = useSession();
  const { markers } = session.commenting;
  const comments = useSyncExternalStore(
    markers.subscribe,
    useCallback(() => markers.get().find(({ node }) => node === id), [markers, id]),
  );
  const people = usePeopleOn(id);
  if (people.length === 0 && !comments) return null;
  const pictures = people.length > mostPictures ? people.slice(0, mostPictures - 1) : people;
  const names = people.map(({ name }) => name).join(', ');
  return (
    <span className={styles.marks}>
      {people.length > 0 && (
        <span className={styles.people} title={names}>
          {pictures.map(({ id: user, name, color }) => (
            <Avatar key={user} name={name} color={colorOf(color)} size="small" className={styles.person} />
          ))}
          {people.length > pictures.length && <span aria-hidden="true">+{people.length - pictures.length}</span>}
          <span className="visually-hidden">, selected by {names}</span>
        </span>
      )}
      {comments && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.comments}
          title={comments.label}
          aria-label={comments.label}
          onPointerDown={(event) => event.stopPropagation()}
          onDoubleClick={(event) => event.stopPropagation()}
          onClick={() => session.commenting.isOpen.set(true)}
        >
          <MessageSquare size={12} aria-hidden="true" />
          {comments.count}
        </button>
      )}
    </span>
  );
}

interface SomebodyThere {
  id: string;
  name: string;
  color: number;
}

function usePeopleOn(id: string): readonly SomebodyThere[] {
  const { others } = useSession().people;
  // A text is the same for the same people.
  const text = useSyncExternalStore(
    others.subscribe,
    useCallback(() => JSON.stringify(peopleOn(others.get(), id)), [others, id]),
  );
  return JSON.parse(text) as SomebodyThere[];
}

// In however many tabs, each of them once.
export function peopleOn(people: readonly Person[], id: string): SomebodyThere[] {
  const there = new Map<string, SomebodyThere>();
  for (const { user, color, selection, editing } of people) {
    if (editing === id || selection.includes(id)) there.set(user.id, { id: user.id, name: user.name === '' ? 'Somebody' : user.name, color });
  }
  return [...there.values()];
}
