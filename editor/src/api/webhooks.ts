import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { request } from './client.ts';
import type { components } from './openapi.ts';
import type { Operation, RequestOptions } from './operations.ts';
import { nextOffset } from './queries.ts';

type Schemas = components['schemas'];
export type Webhook = Schemas['Webhook'];
export type WebhookWithSecret = Schemas['WebhookWithSecret'];
export type Delivery = Schemas['Delivery'];
export type WholeDelivery = Schemas['WholeDelivery'];
export type DeliveryState = Delivery['state'];
export type NewWebhook = RequestOptions<Operation<'POST', '/webhooks'>>['body'];
export type WebhookChange = RequestOptions<Operation<'PATCH', '/webhooks/{id}'>>['body'];

const mostWebhooks = 100; // an organisation has 20 at most
const deliveriesAtOnce = 20;

export const webhooksQuery = () =>
  queryOptions({ queryKey: ['webhooks', 'list'], queryFn: async ({ signal }) => (await request('GET', '/webhooks', { query: { limit: mostWebhooks }, signal })).items });

export const webhookQuery = (id: string) =>
  queryOptions({ queryKey: ['webhooks', 'one', id], queryFn: ({ signal }) => request('GET', '/webhooks/{id}', { path: { id }, signal }) });

const whileWaiting = 2000;

/** Newest first; asked for again while one is on its way. `state` empty: all. */
export const deliveriesQuery = (id: string, state: DeliveryState | '') =>
  infiniteQueryOptions({
    queryKey: ['webhooks', 'deliveries', id, state],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      request('GET', '/webhooks/{id}/deliveries', { path: { id }, query: { ...(state === '' ? {} : { state }), limit: deliveriesAtOnce, offset: pageParam }, signal }),
    getNextPageParam: nextOffset,
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data?.pages.some(({ items }) => items.some(isOnItsWay)) === true ? whileWaiting : false),
  });

/** The first attempt is made at once; those after a failure take their time. */
const isOnItsWay = ({ state, attempts }: Delivery): boolean => state === 'waiting' && attempts === 0;

export const deliveryQuery = (id: string, delivery: string) =>
  queryOptions({
    queryKey: ['webhooks', 'delivery', delivery],
    queryFn: ({ signal }) => request('GET', '/webhooks/{id}/deliveries/{delivery}', { path: { id, delivery }, signal }),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data !== undefined && isOnItsWay(data) ? whileWaiting : false),
  });

export function createWebhook(webhook: NewWebhook): Promise<WebhookWithSecret> {
  return request('POST', '/webhooks', { body: webhook });
}

export function updateWebhook(id: string, change: WebhookChange): Promise<Webhook> {
  return request('PATCH', '/webhooks/{id}', { path: { id }, body: change });
}

export function deleteWebhook(id: string): Promise<void> {
  return request('DELETE', '/webhooks/{id}', { path: { id } });
}

/** The one before signs as well for a day. */
export function renewSecret(id: string): Promise<WebhookWithSecret> {
  return request('POST', '/webhooks/{id}/secret', { path: { id } });
}

/** A message that is there to see whether it arrives. */
export function pingWebhook(id: string): Promise<WholeDelivery> {
  return request('POST', '/webhooks/{id}/ping', { path: { id } });
}

/** The same message, as a delivery of its own. */
export function redeliver(id: string, delivery: string): Promise<WholeDelivery> {
  return request('POST', '/webhooks/{id}/deliveries/{delivery}/redeliver', { path: { id, delivery } });
}
