import type { Page as PageAnswer } from '../server/api.ts';
import { expect, test } from '../server/pagewright-test.ts';

const structure = {
  components: [
    {
      id: 'ask',
      component: 'form',
      props: { title: 'Write to us', thanks: 'Thank you: we answer on school days.' },
      children: {
        content: [
          { id: 'name', component: 'input', props: { label: 'Your name', name: 'name', required: true } },
          { id: 'message', component: 'textarea', props: { label: 'Message', name: 'message' } },
          { id: 'send', component: 'button', props: { label: 'Send', kind: 'submit' } },
        ],
      },
    },
  ],
};

interface Submissions {
  items: { formTitle: string; answers: { label: string; value: string }[] }[];
}

test('a visitor without JavaScript sends a form, and an editor reads it', async ({ browser, api }) => {
  const created = await api.call<PageAnswer>('POST', '/pages', { name: 'Contact us', structure });
  const { items: environments } = await api.call<{ items: { id: string }[] }>('GET', '/environments');
  const published = await api.call<{ url: string }>('POST', `/pages/${created.id}/publish`, { environmentId: environments[0]?.id });

  const visitor = await browser.newContext({ javaScriptEnabled: false });
  const page = await visitor.newPage();
  await page.goto(published.url);
  const thanks = page.getByText('Thank you: we answer on school days.');
  await expect(thanks).toBeHidden();
  await expect(page.getByLabel('Leave this empty')).not.toBeInViewport();

  await page.getByRole('button', { name: 'Send' }).click(); // the browser asks for the name first
  await page.getByLabel('Your name').fill('Ada Löwe');
  await page.getByLabel('Message').fill('When are you open?\nOn Mondays too?');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page).toHaveURL(`${published.url}#ask-thanks`);
  await expect(thanks).toBeVisible();
  await page.reload(); // sends nothing again

  const { items } = await api.call<Submissions>('GET', `/form-submissions?pageId=${created.id}`);
  expect(items.map(({ formTitle, answers }) => ({ formTitle, answers: answers.map(({ label, value }) => [label, value]) }))).toEqual([
    {
      formTitle: 'Write to us',
      answers: [
        ['Your name', 'Ada Löwe'],
        ['Message', 'When are you open?\nOn Mondays too?'],
      ],
    },
  ]);

  // What a browser does not check, or another program sends, is told on a page of its own.
  const refused = await page.request.post(`${published.url}?form=ask`, { form: { name: ' ', message: '<b>x</b>' }, maxRedirects: 0 });
  expect(refused.status()).toBe(422);
  expect(await refused.text()).toContain('<strong>Your name</strong> must be filled in.');
  await visitor.close();
});
