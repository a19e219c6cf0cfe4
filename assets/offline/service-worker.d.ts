// What TypeScript knows of workers is about all kinds of them. This is about service workers.
declare const registration: ServiceWorkerRegistration;

declare function addEventListener<Name extends keyof ServiceWorkerGlobalScopeEventMap>(
  name: Name,
  listener: (event: ServiceWorkerGlobalScopeEventMap[Name]) => void,
): void;
