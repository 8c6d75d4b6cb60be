/** Kinds of what is in the log, as the API takes them. */
export const actionOptions = [
  { value: '', label: 'Everything' },
  { value: 'page.*', label: 'Pages' },
  { value: 'release.*', label: 'Releases' },
  { value: 'member.*', label: 'Members and invitations' },
  { value: 'team.*', label: 'Teams' },
  { value: 'sign_in.*', label: 'Signing in' },
  { value: 'user.*', label: 'Passwords and profiles' },
  { value: 'api_token.*', label: 'API tokens' },
  { value: 'design_tokens.*', label: 'Design' },
  { value: 'component.*', label: 'Components' },
  { value: 'template.*', label: 'Templates' },
  { value: 'asset.*', label: 'Pictures and files' },
  { value: 'environment.*', label: 'Environments' },
  { value: 'webhook.*', label: 'Webhooks' },
  { value: 'form.*', label: 'Form answers' },
  { value: 'comment.*', label: 'Comments' },
  { value: 'branch.*', label: 'Branches' },
  { value: 'tag.*', label: 'Tags of versions' },
  { value: 'job.*', label: 'Jobs' },
] as const;

export type ActionChoice = (typeof actionOptions)[number]['value'];
