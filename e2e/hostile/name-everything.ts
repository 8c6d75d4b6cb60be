import type { Api, Page as PageAnswer } from '../server/api.ts';

const fits = (text: string, length = 100): boolean => [...text].length <= length;
const isOneLine = (text: string): boolean => !/[\n\t]/.test(text);

/** All of them in few texts, for what an organisation may have only few of. */
function inChunks(texts: readonly string[]): string[] {
  const aChunk = 12;
  return Array.from({ length: Math.ceil(texts.length / aChunk) }, (_, index) => texts.slice(index * aChunk, (index + 1) * aChunk).join(' '));
}

/**
 * Gives the texts to everything in an organisation that takes a name, a description or a message, as someone would who has its API.
 * Answers with the page that has the versions, comments, and parts with such names.
 */
export async function nameEverything(api: Api, texts: readonly string[]): Promise<PageAnswer> {
  // Names of teams may not differ in their case alone.
  const names = [...new Map(texts.filter((text) => fits(text) && isOneLine(text)).map((text) => [text.toLowerCase(), text])).values()];
  await api.call('PATCH', '/auth/me', { name: texts[0] });
  const page = await api.call<PageAnswer>('POST', '/pages', {
    name: texts[0],
    slug: 'named',
    structure: {
      components: [
        { id: 'ask', component: 'form', children: { content: questions(texts) } },
        ...names.map((name, index) => ({ id: `part-${index}`, component: 'divider', settings: { name } })),
      ],
    },
  });
  for (const text of texts) {
    await api.call('POST', '/pages', { name: text, description: text });
    await api.call('POST', `/pages/${page.id}/versions`, { message: text });
    await api.call('POST', '/templates', { displayName: text, description: text, pageId: page.id, ...(fits(text, 60) && isOneLine(text) && { category: text }) });
  }
  for (const name of names) await api.call('POST', '/teams', { name });
  for (const name of names.slice(0, 40)) await api.call('POST', '/auth/api-tokens', { name, scopes: ['pages:read'] });
  for (const name of names.slice(0, 8)) await api.call('POST', '/environments', { name });
  for (const [index, text] of inChunks(texts).entries()) {
    await api.call('POST', `/pages/${page.id}/threads`, { nodeId: 'ask', body: text });
    await api.call('POST', '/webhooks', { url: 'https://hooks.example.org/', events: ['page.published'], description: text, isActive: false });
    await api.call('POST', '/components', ownComponent(`own-${index}`, names[index] ?? '', text));
  }
  return page;
}

/** Fields of a form. What visitors answer to them is as hostile. */
function questions(texts: readonly string[]): object[] {
  return texts.slice(0, 20).map((text, index) => ({ id: `question-${index}`, component: 'input', props: { label: text, name: `answer${index}` } }));
}

function ownComponent(name: string, displayName: string, text: string): object {
  return {
    definition: {
      name,
      display_name: displayName,
      description: text,
      category: 'content',
      version: '1.0.0',
      keywords: [displayName],
      slots: {},
      props: { type: 'object', properties: { words: { type: 'string', title: displayName, default: text } } },
      config_ui: { groups: [{ name: 'all', label: displayName, props: ['words'] }], controls: { words: { control: 'text', help: text, placeholder: text } } },
    },
    template: '<p class="own">{{ words }}</p>',
  };
}
