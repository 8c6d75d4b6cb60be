import type { EnvironmentAccess } from '../../../api/environments.ts';

export const accessWords: Record<EnvironmentAccess, string> = {
  public: 'Everyone',
  password: 'Whoever knows the password',
  members: 'Members of your organisation',
};

export const accessHelp: Record<EnvironmentAccess, string> = {
  public: 'Whoever has an address of it sees the page. Search engines may list Production.',
  password: 'Visitors are asked for the password, and then let in for a day.',
  members: 'Members open it from here or from the list of what is published. It lets them in for an hour.',
};
