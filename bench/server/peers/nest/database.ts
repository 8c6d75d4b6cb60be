// The database that the environment names: SQLite as Sequelize uses it, by the package sqlite3, or PostgreSQL.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { QueryTypes } from 'sequelize';
import { Sequelize, type SequelizeOptions } from 'sequelize-typescript';

const file = process.env['SQLITE_FILE'];
export const isSqlite = file !== undefined;

export function databaseOptions(): SequelizeOptions {
  // A transaction that begins by reading cannot wait for another that writes: it fails. An immediate one waits.
  if (isSqlite) return { dialect: 'sqlite', storage: file, logging: false, transactionType: 'IMMEDIATE' as never };
  return {
    dialect: 'postgres',
    host: process.env['POSTGRES_HOST'] ?? '',
    database: process.env['POSTGRES_DATABASE'] ?? '',
    username: 'pagewright',
    logging: false,
    pool: { max: 20, min: 4 },
  };
}

@Injectable()
export class SqliteSetup implements OnModuleInit {
  constructor(private readonly sequelize: Sequelize) {}

  async onModuleInit() {
    if (!isSqlite) return;
    // The mode stays with the file. How much a connection waits for the disk is its own; all of them have what the package was built with.
    await this.sequelize.query('PRAGMA journal_mode = WAL');
    const full = 2;
    const rows = await this.sequelize.transaction((transaction) =>
      this.sequelize.query<{ synchronous: number }>('PRAGMA synchronous', { type: QueryTypes.SELECT, transaction }),
    );
    if (rows[0]?.synchronous !== full) throw new Error(`SQLite's synchronous is ${rows[0]?.synchronous}, not FULL`);
  }
}
