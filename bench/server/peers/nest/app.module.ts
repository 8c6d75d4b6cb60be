import { createSecretKey } from 'node:crypto';

import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { SequelizeModule } from '@nestjs/sequelize';

import { AuthController } from './auth.controller.ts';
import { databaseOptions, SqliteSetup } from './database.ts';
import { HealthController } from './health.controller.ts';
import { models } from './models.ts';
import { PagesController } from './pages.controller.ts';
import { PagesService } from './pages.service.ts';
import { WriteQueue } from './write-queue.ts';

// Given as text, jsonwebtoken would try with every request whether it is a public key.
const secret = createSecretKey(Buffer.from(process.env['JWT_SECRET'] ?? ''));

@Module({
  imports: [
    SequelizeModule.forRoot({ ...databaseOptions(), models, autoLoadModels: true, synchronize: true, retryAttempts: 0 }),
    SequelizeModule.forFeature(models),
    JwtModule.register({ global: true, secret, signOptions: { expiresIn: '1h' } }),
  ],
  controllers: [AuthController, HealthController, PagesController],
  providers: [PagesService, WriteQueue, SqliteSetup],
})
export class AppModule {}
