// Sequelize gives every transaction on SQLite a connection of its own, and SQLite lets one of them write at a time: the others would wait in
// threads that the one needs to go on. So they wait here.
import { Injectable } from '@nestjs/common';

import { isSqlite } from './database.ts';

@Injectable()
export class WriteQueue {
  private last: Promise<unknown> = Promise.resolve();

  run<Result>(write: () => Promise<Result>): Promise<Result> {
    if (!isSqlite) return write();
    const result = this.last.then(write);
    this.last = result.catch(() => undefined);
    return result;
  }
}
