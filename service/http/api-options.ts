import type {
  ConflictDesk,
  ConnectDesk,
  CoverageDesk,
  CustomizationDesk,
  Directory,
  EngineDesk,
  Groups,
  HintDesk,
  History,
  Idempotency,
  ItemDesk,
  Jobs,
  Ledger,
  LiveDesk,
  MailDesk,
  MappingDesk,
  OpenLedger,
  RequestLog,
  SalesforceDesk,
  SignInDesk,
  SourceDesk,
  Surroundings,
} from './ports/index.ts';

/** Everything the API stands on; put together by service/main.ts. */
export interface ApiOptions {
  signIn: SignInDesk;
  directory: Directory;
  ledger: Ledger;
  jobs: Jobs;
  history: History;
  conflicts: ConflictDesk;
  salesforce: SalesforceDesk;
  sources: SourceDesk;
  customization: CustomizationDesk;
  groups: Groups;
  live: LiveDesk;
  engine: EngineDesk;
  mail: MailDesk;
  items: ItemDesk;
  mapping: MappingDesk;
  openLedger: OpenLedger;
  coverage: CoverageDesk;
  /** Without it, connections are made only by the operator (sandbox provisioning). */
  connect?: ConnectDesk | undefined;
  idempotency: Idempotency;
  /** Microsoft Graph's change notifications; without it their address does not exist. */
  hints?: HintDesk | undefined;
  surroundings: Surroundings;
  log: RequestLog;
  version: string;
  /** Clients below are answered 426. */
  minClient: string;
  features: readonly string[];
  mode: 'sandbox' | 'production';
  /** Origins beside the service's own: "chrome-extension://<id>", "https://addin.example"; "moz-extension://*" (its host differs per install). */
  allowedOrigins: readonly string[];
  /** Prometheus text, by service/telemetry; without it /metrics does not exist. */
  metrics?: (() => Promise<{ contentType: string; text: string }>) | undefined;
  /** Sandbox mode only: the virtual clock. */
  clock?: ClockDesk | undefined;
}

export interface ClockDesk {
  read(): { now: string; offset: number };
  /** The world was emptied and filled anew: nothing that was known of it holds. */
  forget(): Promise<void>;
  /** Moves the clock and answers when what fell due is done, or with what still runs. */
  follow(offsetMilliseconds: number): Promise<{ settled: boolean; running: string[] }>;
}
