/** One notice of ours per item: the next replaces it. */
const key = 'lockstep';
/** Longer ones throw. https://learn.microsoft.com/javascript/api/outlook/office.notificationmessagedetails */
const longest = 150;

export type NoticeKind = 'progress' | 'information' | 'error';

/** Shows a notice above the item; without an item there is nowhere to show it. */
export const notify = (kind: NoticeKind, text: string): Promise<void> =>
  new Promise((resolve) => {
    const messages = Office.context.mailbox.item?.notificationMessages;
    if (messages === undefined) return resolve();
    const message = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
    const types = Office.MailboxEnums.ItemNotificationMessageType;
    const details: Office.NotificationMessageDetails =
      kind === 'progress'
        ? { type: types.ProgressIndicator, message }
        : kind === 'error'
          ? { type: types.ErrorMessage, message }
          : { type: types.InformationalMessage, message, icon: 'Icon.16x16', persistent: false };
    messages.replaceAsync(key, details, () => resolve());
  });
