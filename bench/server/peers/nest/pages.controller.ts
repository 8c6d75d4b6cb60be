import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, UseGuards } from '@nestjs/common';

import { Caller, CallerGuard, type Claims, Roles } from './caller.guard.ts';
import { NewPage, PageQuery, PageUpdate, Publication } from './page-bodies.ts';
import { PagesService } from './pages.service.ts';

@Controller('api/v1/pages')
@UseGuards(CallerGuard)
export class PagesController {
  constructor(private readonly pages: PagesService) {}

  @Post()
  @Roles('admin', 'editor')
  create(@Caller() caller: Claims, @Body() body: NewPage) {
    return this.pages.create(caller, body);
  }

  @Get()
  list(@Caller() caller: Claims, @Query() query: PageQuery) {
    return this.pages.list(caller, query);
  }

  @Get(':id')
  get(@Caller() caller: Claims, @Param('id', ParseUUIDPipe) id: string) {
    return this.pages.get(caller, id);
  }

  @Put(':id')
  @Roles('admin', 'editor')
  update(@Caller() caller: Claims, @Param('id', ParseUUIDPipe) id: string, @Body() body: PageUpdate) {
    return this.pages.update(caller, id, body);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Roles('admin')
  publish(@Caller() caller: Claims, @Param('id', ParseUUIDPipe) id: string, @Body() body: Publication) {
    return this.pages.publish(caller, id, body.environmentId);
  }
}
