/*
 * A stand-in for office.js with an item of our own: what our pages use of it, and nothing more. Tests put the item into localStorage
 * ("stub-item") before the page loads, and read the notices of the ribbon from window.officeStub.
 */
(() => {
  const read = (key) => JSON.parse(localStorage.getItem(key) ?? 'null');
  const handlers = new Map();
  const notices = [];
  const state = { notices, completed: 0, commands: {}, reads: 0 };
  const item = () => {
    const found = read('stub-item');
    return (
      found && {
        ...found,
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
