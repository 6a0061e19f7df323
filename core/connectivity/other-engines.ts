/** Another product that keeps mailboxes and Salesforce in step, and how it shows. All patterns run over names that people or products gave. */
export interface OtherEngine {
  key: string;
  name: string;
  /** A name that nothing else bears. */
  named: RegExp;
  /** The product's name is a word, a place or a surname too: an account counts only where its name also says that it is a machine. */
  ambiguous: boolean;
  /** Namespaces of its managed packages, in lower case. */
  namespaces: readonly string[];
  /** Folders and categories that the product makes under exactly this name. */
  marks: readonly string[];
}

const engine = (key: string, name: string, named: RegExp, more: Partial<OtherEngine> = {}): OtherEngine => ({
  key,
  name,
  named,
  ambiguous: false,
  namespaces: [],
  marks: [],
  ...more,
});

/**
 * The list is for growing: a product is one line. A namespace or mark stands here only where a public page or published metadata shows it;
 * of the others the product's own name is the sign, and a service account without any such name is reported as nameless.
 * Not here on purpose: the category "Salesforce" and the folders "Salesforce Emails", "Salesforce Contacts", which are ours too.
 */
export const otherEngines: readonly OtherEngine[] = [
  // Permission sets StandardEinsteinActivityCapture, InboxWithEinsteinActivityCapture; the assignment object has a probe of its own.
  engine('einstein-activity-capture', 'Einstein Activity Capture', /einstein[\s_-]*activity[\s_-]*capture/i),
  // help.salesforce.com sales.exchange_sync_admin_prepare_user_contacts: "creates a folder called Salesforce_Sync".
  engine('lightning-sync', 'Lightning Sync', /lightning[\s_-]*sync/i, { marks: ['salesforce_sync'] }),
  engine('salesforce-for-outlook', 'Salesforce for Outlook', /salesforce[\s_-]*for[\s_-]*outlook/i),
  engine('riva', 'Riva', /(?<![a-z])riva(?:[\s_-]*(?:sync|cloud|insight|crm))?(?![a-z])/i, { ambiguous: true }),
  engine('cirrus-insight', 'Cirrus Insight', /cirrus[\s_-]*insight/i),
  engine('ebsta', 'Ebsta', /(?<![a-z])ebsta(?![a-z])/i),
  // Published metadata: DaScoopComposer__Notify_Groove.
  engine('groove', 'Groove', /(?<![a-z])groove(?![a-z])/i, { ambiguous: true, namespaces: ['dascoopcomposer'] }),
  engine('revenue-grid', 'Revenue Grid', /revenue[\s_-]*(?:grid|inbox)|smart[\s_-]*cloud[\s_-]*connect|linkpoint[\s_-]*connect/i),
  engine('salesloft', 'Salesloft', /sales[\s_-]*loft/i),
  engine('outreach', 'Outreach', /(?<![a-z])outreach(?![a-z])/i, { ambiguous: true }),
  engine('match-my-email', 'Match My Email', /match[\s_-]*my[\s_-]*email/i),
];

/** An account that is a machine by its name. */
export const machineName = /(?<![a-z])(?:sync|synchronization|integrations?|connector|service account|svc|api user)(?![a-z])/i;
