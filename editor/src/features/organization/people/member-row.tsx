import { Ellipsis, KeyRound, UserCheck, UserMinus, UserPen, UserX } from 'lucide-react';
import { useState } from 'react';
import type { Member } from '../../../api/members.ts';
import { roleNames } from '../../../api/roles.ts';
import { useUser } from '../../../api/use-credentials.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuLine } from '../../../ui/menu.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Row } from '../../../ui/row-list.tsx';
import { DeactivateDialog } from './deactivate-dialog.tsx';
import { LastAdministrator } from './last-administrator.tsx';
import { PasswordLinkDialog } from './password-link-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { RoleDialog } from './role-dialog.tsx';
import { useMemberChange } from './use-member-change.ts';
import styles from './people.module.css';

type Asked = 'role' | 'password' | 'deactivate' | 'remove';

interface MemberRowProps {
  member: Member;
  /** Nobody else could do what only administrators may: this one has to stay one. */
  isLastAdministrator: boolean;
}

export function MemberRow({ member, isLastAdministrator }: MemberRowProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const reactivate = useMemberChange(member, { said: `${member.name} may come in again.` });
  const isYou = useUser().id === member.id;
  const close = () => setAsked(null);
  return (
    <Row
      isEndSmall
      picture={<Avatar name={member.name} />}
      title={member.name}
      badges={
        <>
          {isYou && <Badge>You</Badge>}
          {!member.isActive && <Badge tone="warning">Deactivated</Badge>}
        </>
      }
      detail={
        <>
          {member.email}
          <span className={styles.roleBelow}>{` · ${roleNames[member.role]}`}</span>
          <span className={styles.times}>
            {' · '}
            {member.lastSignInAt === null ? (
              'Never signed in'
            ) : (
              <>
                Last signed in <RelativeTime iso={member.lastSignInAt} />
              </>
            )}
            {' · Joined '}
            <RelativeTime iso={member.joinedAt} />
          </span>
        </>
      }
      end={
        <>
          <span className={styles.role}>{roleNames[member.role]}</span>
          <Menu trigger={<IconButton size="small" label={`More about ${member.name}`} tooltip="More" icon={<Ellipsis size={17} />} />}>
            <MenuItem icon={<UserPen size={16} />} onSelect={() => setAsked('role')}>
              Change role…
            </MenuItem>
            {!isYou && member.isActive && (
              <MenuItem icon={<KeyRound size={16} />} onSelect={() => setAsked('password')}>
                Send a link to a new password…
              </MenuItem>
            )}
            <MenuLine />
            {member.isActive ? (
              <MenuItem icon={<UserX size={16} />} onSelect={() => setAsked('deactivate')}>
                Deactivate…
              </MenuItem>
            ) : (
              <MenuItem icon={<UserCheck size={16} />} isDisabled={reactivate.isPending} onSelect={() => reactivate.mutate({ isActive: true })}>
                Reactivate
              </MenuItem>
            )}
            <MenuItem icon={<UserMinus size={16} />} isDangerous onSelect={() => setAsked('remove')}>
              Remove…
            </MenuItem>
          </Menu>
        </>
      }
    >
      {asked === 'role' && <RoleDialog member={member} isLastAdministrator={isLastAdministrator} onClose={close} />}
      {asked === 'password' && <PasswordLinkDialog member={member} onClose={close} />}
      {(asked === 'deactivate' || asked === 'remove') && isLastAdministrator && <LastAdministrator member={member} onClose={close} />}
      {asked === 'deactivate' && !isLastAdministrator && <DeactivateDialog member={member} onClose={close} />}
      {asked === 'remove' && !isLastAdministrator && <RemoveDialog member={member} onClose={close} />}
    </Row>
  );
}
