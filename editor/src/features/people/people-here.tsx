import { LocateFixed } from 'lucide-react';
import { useState } from 'react';
import { useUser } from '../../api/use-credentials.ts';
import { colorOf } from '../../session/person-colors.ts';
import { usePeople, useSession } from '../../session/react.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { namesOf, peopleHere, type SomebodyHere } from './here.ts';
import styles from './people-here.module.css';

const mostPictures = 4;

/** Who else has the page open: their pictures, and behind them their names and where they are. Nothing while you are alone. */
export function PeopleHere() {
  const session = useSession();
  const user = useUser();
  const people = peopleHere(usePeople(), user.id);
  const [isOpen, setIsOpen] = useState(false);
  if (people.length === 0) return null;
  const pictures = people.length > mostPictures ? people.slice(0, mostPictures - 1) : people;
  const more = people.length - pictures.length;
  return (
    <Popover
      label="People on this page"
      align="end"
      className={styles.popover}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <button type="button" className={styles.trigger} aria-label={`Also here: ${namesOf(people, 3)}`}>
          {pictures.map(({ id, name, color }) => (
            <Avatar key={id} name={name} color={colorOf(color)} className={styles.picture} />
          ))}
          {more > 0 && (
            <span className={styles.more} aria-hidden="true">
              +{more}
            </span>
          )}
        </button>
      }
    >
      <p className={styles.title}>On this page now</p>
      <ul>
        {people.map((person) => (
          <Somebody
            key={person.id}
            person={person}
            onShow={(node) => {
              session.reveal(node);
              setIsOpen(false);
            }}
          />
        ))}
      </ul>
    </Popover>
  );
}

function Somebody({ person, onShow }: { person: SomebodyHere; onShow: (node: string) => void }) {
  const { name, color, isYou, node, isTyping } = person;
  return (
    <li className={styles.somebody}>
      <Avatar name={name} color={colorOf(color)} />
      <span className={styles.names}>
        <span className={styles.name}>{name}</span>
        {(isYou || isTyping) && <span className={styles.detail}>{isYou ? 'You, in another tab' : 'Typing…'}</span>}
      </span>
      {node !== null && <IconButton size="small" label={`Show where ${name} is`} tooltip={null} icon={<LocateFixed size={15} />} onClick={() => onShow(node)} />}
    </li>
  );
}
