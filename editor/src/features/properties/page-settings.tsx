import { useId, useRef, useState } from 'react';

import type { JsonValue } from '../../engine/json.ts';
import type { PropSchema, ControlHints, ControlKind } from '../../engine/component.ts';
import { useEditorState, useLayout, useSession } from '../../session/react.ts';

import { ControlFrame, describedBy } from './control-frame.tsx';
import { SchemaControl } from './controls/schema-control.tsx';
import { Group } from './group.tsx';
import styles from './properties.module.css';

interface Setting {
  key: string;
  label: string;
  control: ControlKind;
  schema: PropSchema;
  hints: ControlHints;
}

const text = { type: 'string' };
const settings: readonly { label: string; settings: readonly Setting[] }[] = [
  {
    label: 'Page',
    settings: [
      { key: 'title', label: 'Title', control: 'text', schema: text, hints: { help: 'In the browser’s tab and in search results. Empty: the page’s name.' } },
      { key: 'description', label: 'Description', control: 'textarea', schema: text, hints: { help: 'Search engines show it below the title.' } },
      { key: 'language', label: 'Language', control: 'text', schema: text, hints: { placeholder: 'en', help: 'As a code: en, de, pt-BR.' } },
      {
        key: 'color_scheme',
        label: 'Color scheme',
        control: 'segmented',
        schema: { enum: ['auto', 'light', 'dark'], default: 'auto' },
        hints: { labels: { auto: 'As the visitor’s', light: 'Light', dark: 'Dark' } },
      },
    ],
  },
  {
    label: 'Sharing and search engines',
    settings: [
      { key: 'social_image', label: 'Picture when shared', control: 'url', schema: text, hints: {} },
      { key: 'canonical', label: 'Canonical address', control: 'url', schema: text, hints: { help: 'Where the same content also stands and should be found.' } },
      {
        key: 'robots',
        label: 'Search engines',
        control: 'select',
        schema: { enum: ['', 'noindex'], default: '' },
        hints: { labels: { '': 'May list this page', noindex: 'Should not list this page' } },
      },
    ],
  },
];

export function PageSettings() {
  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <h2>Page settings</h2>
      </header>
      {settings.map((group) => (
        <Group key={group.label} label={group.label}>
          {group.settings.map((setting) => (
            <SettingField key={setting.key} setting={setting} />
          ))}
        </Group>
      ))}
    </div>
  );
}

function SettingField({ setting }: { setting: Setting }) {
  const session = useSession();
  const layout = useLayout();
  const canEdit = useEditorState((state) => state.canEdit);
  const [error, setError] = useState<string | null>(null);
  const visits = useRef(0);
  const id = useId();
  const { key, label, control, schema, hints } = setting;
  const stored = layout[key];
  const set = (value: JsonValue | undefined) => {
    const isUnset = value === undefined || value === '';
    const refusal = session.apply(`Change ${label.toLowerCase()}`, [isUnset ? { type: 'set_page', key } : { type: 'set_page', key, value }], {
      coalesce: `page:${key}:${String(visits.current)}`,
    });
    setError(refusal?.message ?? null);
  };
  return (
    <div onFocus={() => (visits.current += 1)}>
      <ControlFrame id={id} label={label} help={hints.help} error={error} onReset={stored === undefined || !canEdit ? undefined : () => set(undefined)}>
        <SchemaControl
          kind={control}
          id={id}
          label={label}
          value={stored ?? schema.default}
          schema={schema}
          hints={hints}
          isInvalid={error !== null}
          describedBy={describedBy(id, hints.help, error)}
          isDisabled={!canEdit}
          onChange={set}
        />
      </ControlFrame>
    </div>
  );
}
