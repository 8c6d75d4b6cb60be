// A page server as its documentation would have one write it with NestJS 11 and Sequelize 6. Settings come from the environment: PORT,
// JWT_SECRET, ADMIN_EMAIL, ADMIN_PASSWORD, and SQLITE_FILE or POSTGRES_HOST with POSTGRES_DATABASE.
import 'reflect-metadata';

import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';

import { AppModule } from './app.module.ts';

const app = await NestFactory.create<NestExpressApplication>(AppModule, { logger: ['error', 'warn'] });
app.disable('x-powered-by');
app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }));
app.enableShutdownHooks();
await app.listen(Number(process.env['PORT']), '127.0.0.1');
