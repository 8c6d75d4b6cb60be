// What requests may carry.
import { Type } from 'class-transformer';
import { IsArray, IsEmail, IsInt, IsNotEmpty, IsObject, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';

export class Credentials {
  @IsEmail()
  email: string;

  @IsString()
  password: string;
}

// What stands below the components is not looked at.
export class Structure {
  @IsArray()
  components: object[];
}

export class PageContent {
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  description?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => Structure)
  structure?: Structure;

  @IsOptional()
  @IsObject()
  layout?: object;

  @IsOptional()
  @IsObject()
  metadata?: object;
}

export class NewPage extends PageContent {
  @IsString()
  @IsNotEmpty()
  @MaxLength(255)
  name: string;
}

export class PageUpdate extends PageContent {
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(255)
  name?: string;
}

export class Publication {
  @IsUUID()
  environmentId: string;
}

export class PageQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit = 20;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  offset = 0;
}
