// What is stored: pages, their versions, releases and what was published in them.
import { Column, DataType, Default, ForeignKey, Model, PrimaryKey, Table } from 'sequelize-typescript';

@Table({
  tableName: 'pages',
  underscored: true,
  indexes: [
    { name: 'pages_by_update', fields: ['organization_id', 'updated_at'] },
    { name: 'pages_by_slug', fields: ['slug'], unique: true },
  ],
})
export class Page extends Model {
  @PrimaryKey
  @Default(DataType.UUIDV4)
  @Column(DataType.UUID)
  override id: string;

  @Column(DataType.UUID)
  organizationId: string;

  @Column(DataType.UUID)
  ownerId: string;

  @Column(DataType.STRING(255))
  name: string;

  @Column(DataType.STRING(255))
  slug: string;

  @Column(DataType.TEXT)
  description: string;

  @Column(DataType.JSON)
  structure: object;

  @Column(DataType.JSON)
  layout: object;

  @Column(DataType.JSON)
  metadata: object;

  @Column(DataType.STRING(16))
  status: string;

  @Column(DataType.UUID)
  currentVersionId: string;

  @Column(DataType.INTEGER)
  latestVersionNumber: number;

  @Column(DataType.DATE)
  publishedAt: Date | null;

  @Column(DataType.UUID)
  publishedBy: string | null;
}

@Table({
  tableName: 'page_versions',
  underscored: true,
  updatedAt: false,
  indexes: [{ name: 'versions_by_page', fields: ['page_id', 'version_number'], unique: true }],
})
export class PageVersion extends Model {
  @PrimaryKey
  @Default(DataType.UUIDV4)
  @Column(DataType.UUID)
  override id: string;

  @ForeignKey(() => Page)
  @Column(DataType.UUID)
  pageId: string;

  @Column(DataType.INTEGER)
  versionNumber: number;

  @Column(DataType.JSON)
  snapshot: object;

  @Column(DataType.STRING(255))
  message: string;

  @Column(DataType.UUID)
  authorId: string;
}

@Table({ tableName: 'releases', underscored: true, updatedAt: false })
export class Release extends Model {
  @PrimaryKey
  @Default(DataType.UUIDV4)
  @Column(DataType.UUID)
  override id: string;

  @Column(DataType.UUID)
  environmentId: string;

  @ForeignKey(() => Page)
  @Column(DataType.UUID)
  pageId: string;

  @Column(DataType.UUID)
  createdBy: string;
}

@Table({ tableName: 'artifacts', underscored: true, updatedAt: false })
export class Artifact extends Model {
  @PrimaryKey
  @Default(DataType.UUIDV4)
  @Column(DataType.UUID)
  override id: string;

  @ForeignKey(() => Release)
  @Column(DataType.UUID)
  releaseId: string;

  @Column(DataType.STRING(255))
  path: string;

  @Column(DataType.STRING(64))
  hash: string;

  @Column(DataType.TEXT)
  body: string;
}

export const models = [Page, PageVersion, Release, Artifact];
