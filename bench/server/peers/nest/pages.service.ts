// Pages and their versions: what changes belongs to one transaction.
import { createHash, randomUUID } from 'node:crypto';

import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectModel } from '@nestjs/sequelize';
import { Op, type Transaction } from 'sequelize';
import { Sequelize } from 'sequelize-typescript';

import { htmlOf, slugOf } from '../page-text.mjs';
import type { Claims } from './caller.guard.ts';
import { Artifact, Page, PageVersion, Release } from './models.ts';
import type { NewPage, PageQuery, PageUpdate } from './page-bodies.ts';
import { WriteQueue } from './write-queue.ts';

@Injectable()
export class PagesService {
  constructor(
    private readonly sequelize: Sequelize,
    private readonly writes: WriteQueue,
    @InjectModel(Page) private readonly pages: typeof Page,
    @InjectModel(PageVersion) private readonly versions: typeof PageVersion,
    @InjectModel(Release) private readonly releases: typeof Release,
    @InjectModel(Artifact) private readonly artifacts: typeof Artifact,
  ) {}

  async list({ organizationId }: Claims, { limit, offset }: PageQuery) {
    const { rows, count } = await this.pages.findAndCountAll({
      where: { organizationId },
      attributes: { exclude: ['structure', 'layout'] },
      order: [['updatedAt', 'DESC']],
      limit,
      offset,
    });
    return { items: rows, total: count, limit, offset };
  }

  get(caller: Claims, id: string) {
    return this.find(caller, id);
  }

  create(caller: Claims, body: NewPage) {
    return this.write(async (transaction) => {
      const page = this.pages.build({
        id: randomUUID(),
        organizationId: caller.organizationId,
        ownerId: caller.sub,
        name: body.name,
        slug: await this.freeSlug(body.name, transaction),
        description: body.description ?? '',
        structure: body.structure ?? { components: [] },
        layout: body.layout ?? {},
        metadata: body.metadata ?? {},
        status: 'draft',
        latestVersionNumber: 0,
      });
      return this.save(page, 'Initial version', caller, transaction);
    });
  }

  update(caller: Claims, id: string, body: PageUpdate) {
    return this.write(async (transaction) => {
      const page = await this.find(caller, id, transaction);
      page.set({ ...body });
      return this.save(page, 'Auto-save', caller, transaction);
    });
  }

  publish(caller: Claims, id: string, environmentId: string) {
    return this.write(async (transaction) => {
      const page = await this.find(caller, id, transaction);
      const body = htmlOf(page.name, page.structure);
      page.set({ status: 'published', publishedAt: new Date(), publishedBy: caller.sub });
      await this.save(page, 'Published', caller, transaction);
      const release = await this.releases.create({ environmentId, pageId: id, createdBy: caller.sub }, { transaction });
      const hash = createHash('sha256').update(body).digest('hex');
      await this.artifacts.create({ releaseId: release.id, path: `/${page.slug}`, hash, body }, { transaction });
      const { structure: _, layout: __, ...rest } = page.toJSON();
      return { release: { id: release.id, environmentId, artifacts: [{ path: `/${page.slug}`, hash, size: body.length }] }, page: rest };
    });
  }

  private write<Result>(change: (transaction: Transaction) => Promise<Result>) {
    return this.writes.run(() => this.sequelize.transaction(change));
  }

  // In a transaction, nobody else changes the page until it ends.
  private async find({ organizationId }: Claims, id: string, transaction?: Transaction) {
    const locked = transaction && { transaction, lock: transaction.LOCK.UPDATE };
    const page = await this.pages.findOne({ where: { id, organizationId }, ...locked });
    if (!page) throw new NotFoundException();
    return page;
  }

  // Stores the page and a version of it as it is now.
  private async save(page: Page, message: string, caller: Claims, transaction: Transaction) {
    page.set({ currentVersionId: randomUUID(), latestVersionNumber: page.latestVersionNumber + 1 });
    await page.save({ transaction });
    await this.versions.create(
      {
        id: page.currentVersionId,
        pageId: page.id,
        versionNumber: page.latestVersionNumber,
        snapshot: { structure: page.structure, layout: page.layout },
        message,
        authorId: caller.sub,
      },
      { transaction },
    );
    return page;
  }

  private async freeSlug(name: string, transaction: Transaction) {
    const slug = slugOf(name);
    const taken = await this.pages.count({ where: { slug: { [Op.eq]: slug } }, transaction });
    return taken === 0 ? slug : `${slug}-${randomUUID().slice(0, 8)}`;
  }
}
