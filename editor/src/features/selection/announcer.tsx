import { useEffect, useState } from 'react';

import { useSession } from '../../session/react.ts';

// Says what a gesture has done to those who can't see it.
export function Announcer() {
  const session = useSession();
  const [said, setSaid] = useState({ text: '', turn: 0 });
  useEffect(() => session.announcements.on((text) => setSaid(({ turn }) => ({ text, turn: turn + 1 }))), [session]);
  // The same sentence twice is read out twice only where it is another element.
  return (
    <div className="visually-hidden" role="log" aria-label="What has been done" aria-live="polite">
      <p key={said.turn}>{said.text}</p>
    </div>
  );
}
