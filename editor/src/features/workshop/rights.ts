// Who may change a component, and the sentence for who may not.
import type { WholeComponent } from '../../api/components.ts';
import type { User } from '../../api/types.ts';
import { canEdit, isAdministrator } from '../../api/use-credentials.ts';

/** Its owner and administrators: deleting, and who finds it. */
export function isInCharge(component: WholeComponent, user: User): boolean {
  return component.source === 'custom' && canEdit(user) && (isAdministrator(user) || component.owner?.id === user.id);
}

/** Null: one may change it. */
export function whyReadOnly(component: WholeComponent | null, user: User): string | null {
  if (!canEdit(user)) return `Your role is for viewing: you can read this component, not change it. Ask an administrator of ${user.organization.name}.`;
  if (component === null) return null;
  if (component.source === 'built-in') return 'This component comes with Pagewright and can’t be changed. A copy of it can.';
  if (component.deletedAt != null) return 'This component is deleted: pages that have it go on to show it, and it is offered no more.';
  if (!component.insertable && !isInCharge(component, user)) {
    return component.visibility === 'team'
      ? `This component is for the team ${component.team?.name ?? ''} alone. You can read it.`
      : `This component is for ${component.owner?.name ?? 'its owner'} alone. You can read it.`;
  }
  return null;
}
