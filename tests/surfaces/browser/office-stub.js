/*
 * A stand-in for office.js with an item of our own: what our pages use of it, and nothing more. Tests put the item into localStorage
 * ("stub-item"; `form`: somebody writes it, `owner`: it lies in a shared mailbox) before the page loads, and read the notices of the ribbon from window.officeStub.
 */
(() => {
  const read = (key) => JSON.parse(localStorage.getItem(key) ?? 'null');
  const handlers = new Map();
  const notices = [];
  const state = { notices, completed: 0, commands: {}, reads: 0 };
  const answer = (value) => (done) => done(value === undefined ? { status: 'failed' } : { status: 'succeeded', value });
  /** In a form, Office gives an object to be asked for each value; only kind and series are said at once. */
  const asForm = ({ itemType, itemId, seriesId, ...values }) => ({
    itemType,
    seriesId,
    getItemIdAsync: answer(itemId),
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { getAsync: answer(value) }])),
  });
  const item = () => {
    const { form, owner, ...found } = read('stub-item') ?? { itemType: undefined };
    return (
      found.itemType && {
        ...(form ? asForm(found) : found),
        ...(owner ? { getSharedPropertiesAsync: answer({ owner }) } : {}),
        notificationMessages: {
          replaceAsync: (_key, details, done) => {
            if (details.message.length > 150) throw new RangeError('ArgumentOutOfRange: message');
            notices.push(details);
            done({ status: 'succeeded' });
          },
        },
      }
    );
  };
  const mailbox = {
    get item() {
      state.reads += 1;
      return item();
    },
    userProfile: { emailAddress: 'dana.ruiz@acme.example' },
    addHandlerAsync: (type, handler) => handlers.set(type, handler),
    removeHandlerAsync: (type) => handlers.delete(type),
  };
  state.open = (next) => {
    localStorage.setItem('stub-item', JSON.stringify(next));
    handlers.get('itemChanged')?.({ type: 'itemChanged' });
  };
  window.officeStub = state;
  window.Office = {
    onReady: async () => ({ host: 'Outlook', platform: 'OfficeOnline' }),
    HostType: { Outlook: 'Outlook' },
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    EventType: {
      ItemChanged: 'itemChanged',
      OfficeThemeChanged: 'officeThemeChanged',
      DialogMessageReceived: 'message',
      DialogEventReceived: 'event',
    },
    MailboxEnums: {
      ItemType: { Message: 'message', Appointment: 'appointment' },
      ItemNotificationMessageType: {
        ProgressIndicator: 'progressIndicator',
        InformationalMessage: 'informationalMessage',
        ErrorMessage: 'errorMessage',
      },
    },
    actions: {
      associate: (name, act) => {
        state.commands[name] = () => act({ completed: () => (state.completed += 1) });
      },
    },
    context: {
      displayLanguage: read('stub-language') ?? navigator.language,
      partitionKey: undefined,
      mailbox,
      requirements: { isSetSupported: (name) => name === 'Mailbox' },
      ui: { displayDialogAsync: () => undefined, messageParent: () => undefined },
    },
  };
})();
