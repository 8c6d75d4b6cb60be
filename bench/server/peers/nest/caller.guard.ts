// Who asks: the claims of a verified access token, and whether its role may do what the route does.
import { type CanActivate, createParamDecorator, type ExecutionContext, ForbiddenException, Injectable, SetMetadata, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { JwtService } from '@nestjs/jwt';

export interface Claims {
  sub: string;
  organizationId: string;
  role: string;
}

export const Roles = (...roles: string[]) => SetMetadata('roles', roles);

export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Claims => context.switchToHttp().getRequest().caller);

@Injectable()
export class CallerGuard implements CanActivate {
  constructor(
    private readonly jwt: JwtService,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest();
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    if (scheme !== 'Bearer' || !token) throw new UnauthorizedException();
    try {
      request.caller = await this.jwt.verifyAsync<Claims>(token);
    } catch {
      throw new UnauthorizedException();
    }
    const roles = this.reflector.getAllAndOverride<string[] | undefined>('roles', [context.getHandler(), context.getClass()]);
    if (roles && !roles.includes(request.caller.role)) throw new ForbiddenException();
    return true;
  }
}
