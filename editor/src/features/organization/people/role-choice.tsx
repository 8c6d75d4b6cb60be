import { roleMeans, roleNames, roles } from '../../../api/roles.ts';
import type { Role } from '../../../api/types.ts';
import { ExplainedChoice } from '../../../ui/explained-choice.tsx';

interface RoleChoiceProps {
  value: Role;
  /** The other roles can't be had. */
  onlyAdministrator?: boolean | undefined;
  onChange: (role: Role) => void;
}

/** The roles, each with what it lets somebody do. */
export function RoleChoice({ value, onlyAdministrator = false, onChange }: RoleChoiceProps) {
  const choices = roles.map((role) => ({ value: role, label: roleNames[role], means: roleMeans[role], isDisabled: onlyAdministrator && role !== 'admin' }));
  return <ExplainedChoice label="Role" value={value} choices={choices} onChange={onChange} />;
}
