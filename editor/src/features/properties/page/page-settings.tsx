import { useQuery } from '@tanstack/react-query';
import { Braces, Ellipsis } from 'lucide-react';

import { publishedAddress } from '../../../api/published-address.ts';
import { environmentsQuery } from '../../../api/queries.ts';
import { useEditorState, useLayout, useSession } from '../../../session/react.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { Group } from '../group.tsx';
import styles from '../properties.module.css';

import { AddressField } from './address-field.tsx';
import { HomeSwitch } from './home-switch.tsx';
import { LanguageControl } from './language-control.tsx';
import { faultOfLanguage } from './languages.ts';
import { LayoutField } from './layout-field.tsx';
import { SearchPreview, SharePreview } from './link-previews.tsx';
import { NameField } from './name-field.tsx';
import { SocialImageControl } from './social-image-control.tsx';
import { TextLength } from './text-length.tsx';
import { usePageRecord } from './use-page-record.ts';

const colorSchemes = { enum: ['auto', 'light', 'dark'], default: 'auto' };
const colorSchemeLabels = { auto: 'As the visitor’s', light: 'Light', dark: 'Dark' };
const robots = { enum: ['', 'noindex', 'noindex, nofollow'], default: '' };
const robotsLabels = { '': 'May list this page', noindex: 'Should not list this page', 'noindex, nofollow': 'Should not list it, nor follow its links' };

// What is set of the page as a whole, with what search engines and networks make of it.
export function PageSettings() {
  const session = useSession();
  const record = usePageRecord();
  const layout = useLayout();
  const canEdit = useEditorState((state) => state.canEdit);
  const environments = useQuery(environmentsQuery());
  const { page } = record;
  const text = (key: string) => (typeof layout[key] === 'string' ? layout[key] : '');
  const title = text('title');
  const description = text('description');
  const shown = {
    title: title === '' ? (page?.name ?? '') : title,
    description: description === '' ? (page?.description ?? '') : description,
    address: publishedAddress(environments.data, page?.slug ?? '') ?? `/${page?.slug ?? ''}`,
  };

  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <h2>Page settings</h2>
        {canEdit && (
          <Menu trigger={<IconButton size="small" label="More about the page" tooltip="More" icon={<Ellipsis size={17} />} />}>
            <MenuItem icon={<Braces size={16} />} onSelect={() => session.requests.emit('edit-json')}>
              Edit as JSON…
            </MenuItem>
          </Menu>
        )}
      </header>
      <Group label="Page">
        <NameField record={record} isDisabled={!canEdit} />
        <AddressField record={record} isDisabled={!canEdit} />
        <HomeSwitch record={record} isDisabled={!canEdit} />
        <LayoutField
          setting="language"
          label="Language"
          help="Screen readers and search engines need it to read the page right. Without it the page is in English."
          faultOf={faultOfLanguage}
          control={(props) => <LanguageControl {...props} />}
        />
        <LayoutField setting="color_scheme" label="Color scheme" kind="segmented" schema={colorSchemes} hints={{ labels: colorSchemeLabels }} />
      </Group>
      <Group label="Search engines">
        <div>
          <LayoutField setting="title" label="Title" hints={{ placeholder: page?.name ?? '' }} help="In the browser’s tab and in search results. Without one it is the page’s name." />
          <TextLength text={shown.title} best={60} beyond="Search engines cut the rest off." />
        </div>
        <div>
          <LayoutField
            setting="description"
            label="Description"
            kind="textarea"
            hints={{ placeholder: page?.description ?? '' }}
            help="What the page is about, in a sentence or two. Search engines show it below the title, networks with a link."
          />
          <TextLength text={shown.description} best={160} beyond="Search engines cut the rest off." />
        </div>
        <LayoutField setting="robots" label="Search engines" kind="select" schema={robots} hints={{ labels: robotsLabels }} />
        <LayoutField
          setting="canonical"
          label="Canonical address"
          kind="url"
          help="Only where the same content stands at another address too, and should be found there."
          hints={{ placeholder: 'https://…' }}
        />
        <SearchPreview {...shown} isListed={!text('robots').includes('noindex')} />
      </Group>
      <Group label="When it is shared">
        <LayoutField
          setting="social_image"
          label="Picture when shared"
          help="Networks and messengers show it with a link to the page; best 1200 × 630 pixels."
          control={(props) => <SocialImageControl {...props} />}
        />
        <SharePreview {...shown} image={text('social_image')} />
      </Group>
    </div>
  );
}
