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

@Module({
  imports: [
    SequelizeModule.forRoot({ ...databaseOptions(), models, autoLoadModels: true, synchronize: true, retryAttempts: 0 }),
    SequelizeModule.forFeature(models),
    JwtModule.register({ global: true, secret: process.env['JWT_SECRET'] ?? '', signOptions: { expiresIn: '1h' } }),
  ],
  controllers: [AuthController, HealthController, PagesController],
  providers: [PagesService, WriteQueue, SqliteSetup],
})
export class AppModule {}
