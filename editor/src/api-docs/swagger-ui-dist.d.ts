// What we use of Swagger UI: https://swagger.io/docs/open-source-tools/swagger-ui/usage/configuration/
declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  export interface SwaggerRequest {
    url: string;
    headers: Record<string, string>;
  }

  interface SwaggerUi {
    /** Fills in the security scheme of that name, as the dialog "Authorize" does. */
    preauthorizeApiKey(scheme: string, key: string): void;
    authActions: { logout(schemes: string[]): void };
  }

  export default function SwaggerUI(options: {
    url: string;
    domNode: Element;
    deepLinking?: boolean;
    displayRequestDuration?: boolean;
    defaultModelsExpandDepth?: number;
    docExpansion?: 'list' | 'full' | 'none';
    tryItOutEnabled?: boolean;
    validatorUrl?: string | null;
    requestInterceptor?: (request: SwaggerRequest) => SwaggerRequest | Promise<SwaggerRequest>;
    onComplete?: () => void;
  }): SwaggerUi;
}
