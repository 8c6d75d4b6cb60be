import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetCredentials } from '../../../api/credentials.ts';
import { jsonAnswer, signInForTests } from '../../../api/sign-in-for-tests.ts';
import type { Asset } from '../../../api/types.ts';
import type { JsonValue } from '../../../engine/json.ts';
import { TooltipProvider } from '../../../ui/tooltip.tsx';
import { ImageControl } from '../controls/image-control.tsx';

const asset = (name: string, more: Partial<Asset> = {}): Asset => ({
  id: name,
  name,
  kind: 'picture',
  mediaType: 'image/jpeg',
  bytes: 1000,
  width: 800,
  height: 600,
  alt: '',
  description: '',
  url: `/assets/${name}/800.webp`,
  variants: [{ width: 320, height: 240, url: `/assets/${name}/320.webp`, bytes: 10 }],
  srcset: `/assets/${name}/320.webp 320w, /assets/${name}/800.webp 800w`,
  createdBy: 'u',
  createdAt: '',
  updatedAt: '',
  ...more,
});


/** What the server has, and what it says to the next upload. */
const server = { assets: [] as Asset[], answer: () => jsonAnswer(asset('new'), 201), asked: [] as string[], sent: [] as string[] };

// Only as much of it as uploading needs.
class Sending {
  upload: { onprogress?: (event: { lengthComputable: boolean; loaded: number; total: number }) => void } = {};
  onload?: () => void;
  status = 0;
  responseText = '';
  private headers = new Headers();
  open(_method: string, address: string) {
    server.sent.push(address);
  }
  setRequestHeader() {
    // Who is asked for them is the client's test.
  }
  getResponseHeader(name: string) {
    return this.headers.get(name);
  }
  abort() {
    this.onload = () => undefined;
  }
  send() {
    this.upload.onprogress?.({ lengthComputable: true, loaded: 40, total: 100 });
    setTimeout(() => {
      const answer = server.answer();
      this.status = answer.status;
      this.headers = answer.headers;
      void answer.text().then((text) => {
        this.responseText = text;
        this.onload?.();
      });
    }, 100);
  }
}

function show(first: JsonValue = { src: '', alt: '' }) {
  const values: JsonValue[] = [];
  function Field() {
    const [value, setValue] = useState(first);
    return (
      <ImageControl
        id="f"
        label="Picture"
        value={value}
        schema={{ type: 'object' }}
        hints={{}}
        isInvalid={false}
        describedBy={undefined}
        isDisabled={false}
        onChange={(next) => {
          values.push(next);
          setValue(next);
        }}
      />
    );
  }
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <Field />
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return values;
}

const photo = () => new File(['bytes'], 'Our school.jpg', { type: 'image/jpeg' });
const open = () => userEvent.click(screen.getByRole('button', { name: 'Picture: choose a picture' }));

beforeEach(() => {
  Object.assign(server, { assets: [], answer: () => jsonAnswer(asset('new'), 201), asked: [], sent: [] });
  signInForTests('editor');
  vi.stubGlobal('XMLHttpRequest', Sending);
  vi.stubGlobal('fetch', (path: string) => {
    server.asked.push(path);
    return Promise.resolve(jsonAnswer({ items: server.assets, total: server.assets.length, limit: 36, offset: 0, nextCursor: null }));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

describe('the picture of a prop', () => {
  it('is chosen from the uploaded ones, with all that a page needs of it', async () => {
    server.assets = [asset('school', { alt: 'A clock tower' }), asset('garden')];
    const values = show();
    await open();
    const dialog = screen.getByRole('dialog', { name: 'Choose a picture' });
    await userEvent.click(await within(dialog).findByRole('button', { name: /^school/ }));
    expect(values).toEqual([
      { src: '/assets/school/800.webp', alt: 'A clock tower', srcset: '/assets/school/320.webp 320w, /assets/school/800.webp 800w', width: 800, height: 600 },
    ]);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(server.asked[0]).toContain('kind=picture');
  });

  it('is found by words, and by the arrow keys', async () => {
    server.assets = [asset('a'), asset('b')];
    show();
    await open();
    const first = await screen.findByRole('button', { name: /^a/ });
    first.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('button', { name: /^b/ })).toHaveFocus();
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search pictures' }), 'tower');
    await waitFor(() => expect(server.asked.at(-1)).toContain('search=tower'));
  });

  it('says that there is none yet, and what can be done', async () => {
    show();
    await open();
    expect(await screen.findByText('No pictures yet')).toBeInTheDocument();
    expect(screen.getByText(/Drop some here/)).toBeInTheDocument();
  });

  it('says why they could not be loaded', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    show();
    await open();
    expect(await screen.findByText('The pictures could not be loaded')).toBeInTheDocument();
    expect(screen.getByText(/server cannot be reached/)).toBeInTheDocument();
  });

  it('is an illustration, which has nothing smaller', async () => {
    const values = show({ src: '/assets/school/800.webp', alt: 'x', srcset: '/a 1w', width: 1, height: 1 });
    await open();
    await userEvent.click(screen.getByRole('radio', { name: 'Illustrations' }));
    await userEvent.click(screen.getByRole('button', { name: 'Letter' }));
    expect(values).toEqual([{ src: '/assets/illustrations/letter.svg', alt: '' }]);
  });

  it('is uploaded, with its progress, and taken at once', async () => {
    const values = show();
    await userEvent.upload(screen.getByLabelText('Picture: upload a picture'), photo());
    expect(await screen.findByRole('progressbar', { name: 'Upload of Our school.jpg' })).toHaveAttribute('value', '0.4');
    await waitFor(() => expect(values).toHaveLength(1));
    expect(values[0]).toMatchObject({ src: '/assets/new/800.webp', width: 800 });
    expect(server.sent).toEqual(['/api/v1/assets?name=Our%20school.jpg']);
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
  });

  it('may be dropped and pasted', async () => {
    const values = show();
    const thumbnail = screen.getByRole('button', { name: 'Picture: choose a picture' });
    fireEvent.drop(thumbnail, { dataTransfer: { files: [photo()], types: ['Files'] } });
    await waitFor(() => expect(values).toHaveLength(1));
    fireEvent.paste(thumbnail, { clipboardData: { files: [photo()], types: ['Files'] } });
    await waitFor(() => expect(values).toHaveLength(2));
  });

  it('is uploaded once where it is dropped into the dialog', async () => {
    const values = show();
    await open();
    fireEvent.drop(screen.getByRole('searchbox', { name: 'Search pictures' }), { dataTransfer: { files: [photo()], types: ['Files'] } });
    await waitFor(() => expect(values).toHaveLength(1));
    expect(server.sent).toHaveLength(1);
  });

  it('says in words what the server does not take, until that was read', async () => {
    server.answer = () =>
      new Response(JSON.stringify({ type: 'x/unsupported-media-type', title: 'The file was not uploaded', status: 415, detail: 'What is in the file is of no accepted type.' }), {
        status: 415,
        headers: { 'Content-Type': 'application/problem+json' },
      });
    const values = show();
    await userEvent.upload(screen.getByLabelText('Picture: upload a picture'), photo());
    expect(await screen.findByRole('alert')).toHaveTextContent('Our school.jpg What is in the file is of no accepted type.');
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(values).toEqual([]);
  });

  it('keeps its smaller ones when it is described, and loses them with its address', () => {
    const values = show({ src: '/assets/a/800.webp', alt: '', srcset: '/assets/a/320.webp 320w', width: 800, height: 600 });
    const description = screen.getByLabelText('Picture: description');
    fireEvent.change(description, { target: { value: 'A tower' } });
    fireEvent.blur(description);
    expect(values.at(-1)).toEqual({ src: '/assets/a/800.webp', alt: 'A tower', srcset: '/assets/a/320.webp 320w', width: 800, height: 600 });
    const address = screen.getByPlaceholderText('Address of a picture');
    fireEvent.change(address, { target: { value: '/b.png' } });
    fireEvent.blur(address);
    expect(values.at(-1)).toEqual({ src: '/b.png', alt: 'A tower' });
  });
});
