import { getAttachment } from './attachments/get-attachment.ts';
import { getAttachmentValue } from './attachments/get-attachment-value.ts';
import { listAttachments } from './attachments/list-attachments.ts';
import { runBatch } from './batch/run-batch.ts';
import { deltaCalendarView } from './calendar-view/delta-calendar-view.ts';
import { listCalendarView } from './calendar-view/list-calendar-view.ts';
import { createCalendar } from './calendars/create-calendar.ts';
import { deleteCalendar } from './calendars/delete-calendar.ts';
import { getCalendar } from './calendars/get-calendar.ts';
import { listCalendars } from './calendars/list-calendars.ts';
import { updateCalendar } from './calendars/update-calendar.ts';
import { createContactFolder } from './contact-folders/create-contact-folder.ts';
import { deleteContactFolder } from './contact-folders/delete-contact-folder.ts';
import { deltaContactFolders } from './contact-folders/delta-contact-folders.ts';
import { getContactFolder } from './contact-folders/get-contact-folder.ts';
import { listContactFolders } from './contact-folders/list-contact-folders.ts';
import { updateContactFolder } from './contact-folders/update-contact-folder.ts';
import { createContact } from './contacts/create-contact.ts';
import { deleteContact } from './contacts/delete-contact.ts';
import { deltaContacts } from './contacts/delta-contacts.ts';
import { getContact } from './contacts/get-contact.ts';
import { listContacts } from './contacts/list-contacts.ts';
import { updateContact } from './contacts/update-contact.ts';
import { cancelEvent } from './events/cancel-event.ts';
import { createEvent } from './events/create-event.ts';
import { deleteEvent } from './events/delete-event.ts';
import { getEvent } from './events/get-event.ts';
import { listEvents } from './events/list-events.ts';
import { listInstances } from './events/list-instances.ts';
import { acceptEvent, declineEvent, tentativelyAcceptEvent } from './events/respond-event.ts';
import { updateEvent } from './events/update-event.ts';
import { getGroup } from './groups/get-group.ts';
import { listGroups } from './groups/list-groups.ts';
import { listMembers } from './groups/list-members.ts';
import { ofGroup } from './groups/of-group.ts';
import type { Route } from './http/find-route.ts';
import { createMailFolder } from './mail-folders/create-mail-folder.ts';
import { deleteMailFolder } from './mail-folders/delete-mail-folder.ts';
import { deltaMailFolders } from './mail-folders/delta-mail-folders.ts';
import { getMailFolder } from './mail-folders/get-mail-folder.ts';
import { listMailFolders } from './mail-folders/list-mail-folders.ts';
import { updateMailFolder } from './mail-folders/update-mail-folder.ts';
import { getSettings } from './mailbox-settings/get-settings.ts';
import { updateSettings } from './mailbox-settings/update-settings.ts';
import { createCategory } from './master-categories/create-category.ts';
import { deleteCategory } from './master-categories/delete-category.ts';
import { getCategory } from './master-categories/get-category.ts';
import { listCategories } from './master-categories/list-categories.ts';
import { updateCategory } from './master-categories/update-category.ts';
import { createMessage } from './messages/create-message.ts';
import { deleteMessage } from './messages/delete-message.ts';
import { deltaMessages } from './messages/delta-messages.ts';
import { getMessage } from './messages/get-message.ts';
import { listMessages } from './messages/list-messages.ts';
import { moveMessage } from './messages/move-message.ts';
import { updateMessage } from './messages/update-message.ts';
import { listTimeZones } from './outlook/list-time-zones.ts';
import { translateIds } from './outlook/translate-ids.ts';
import { listServicePrincipals } from './service-principals/list-service-principals.ts';
import { deltaItems } from './sites/delta-items.ts';
import { listSites } from './sites/list-sites.ts';
import { getItem, getList, getSite, listItems, listLists } from './sites/site-operations.ts';
import { createSubscription } from './subscriptions/create-subscription.ts';
import { deleteSubscription } from './subscriptions/delete-subscription.ts';
import { getSubscription } from './subscriptions/get-subscription.ts';
import { listSubscriptions } from './subscriptions/list-subscriptions.ts';
import { reauthorizeSubscription } from './subscriptions/reauthorize-subscription.ts';
import { renewSubscription } from './subscriptions/renew-subscription.ts';
import { createLinkedResource } from './todo/create-linked-resource.ts';
import { createTask } from './todo/create-task.ts';
import { createTaskList } from './todo/create-task-list.ts';
import { deleteTask } from './todo/delete-task.ts';
import { deleteTaskList } from './todo/delete-task-list.ts';
import { deltaTaskLists } from './todo/delta-task-lists.ts';
import { deltaTasks } from './todo/delta-tasks.ts';
import { getTask } from './todo/get-task.ts';
import { getTaskList } from './todo/get-task-list.ts';
import { listLinkedResources } from './todo/list-linked-resources.ts';
import { listTaskLists } from './todo/list-task-lists.ts';
import { listTasks } from './todo/list-tasks.ts';
import { updateTask } from './todo/update-task.ts';
import { updateTaskList } from './todo/update-task-list.ts';
import { getUser } from './users/get-user.ts';
import { listUsers } from './users/list-users.ts';

const user = '/users/{user}';
const group = '/groups/{group}';
const site = '/sites/{site}';

/** Everything below /v1.0 that is emulated, one line each. /me stands for /users/{own id}. */
export const routes: readonly Route[] = [
  ['POST', '/$batch', runBatch],

  ['GET', '/subscriptions', listSubscriptions],
  ['POST', '/subscriptions', createSubscription],
  ['GET', '/subscriptions/{subscription}', getSubscription],
  ['PATCH', '/subscriptions/{subscription}', renewSubscription],
  ['DELETE', '/subscriptions/{subscription}', deleteSubscription],
  ['POST', '/subscriptions/{subscription}/reauthorize', reauthorizeSubscription],

  ['GET', '/servicePrincipals', listServicePrincipals],
  ['GET', '/groups', listGroups],
  ['GET', group, getGroup],
  ['GET', `${group}/members`, listMembers],
  ['GET', `${group}/calendar`, ofGroup(getCalendar, 'graph.groups.calendar')],
  ...['', '/calendar'].flatMap((place): Route[] => [
    ['GET', `${group}${place}/events`, ofGroup(listEvents, 'graph.groups.events')],
    ['GET', `${group}${place}/events/{event}`, ofGroup(getEvent, 'graph.groups.event')],
    ['GET', `${group}${place}/events/{event}/instances`, ofGroup(listInstances, 'graph.groups.instances')],
    ['GET', `${group}${place}/calendarView`, ofGroup(listCalendarView, 'graph.groups.calendarView')],
  ]),

  ['GET', '/sites', listSites],
  ['GET', site, getSite],
  ['GET', `${site}/lists`, listLists],
  ['GET', `${site}/lists/{list}`, getList],
  ['GET', `${site}/lists/{list}/items`, listItems],
  ['GET', `${site}/lists/{list}/items/delta`, deltaItems],
  ['GET', `${site}/lists/{list}/items/{item}`, getItem],

  ['GET', '/users', listUsers],
  ['GET', user, getUser],
  ['GET', `${user}/mailboxSettings`, getSettings],
  ['GET', `${user}/mailboxSettings/{setting}`, getSettings],
  ['PATCH', `${user}/mailboxSettings`, updateSettings],
  ['POST', `${user}/translateExchangeIds`, translateIds],
  ['GET', `${user}/outlook/supportedTimeZones`, listTimeZones],
  ['GET', `${user}/outlook/masterCategories`, listCategories],
  ['POST', `${user}/outlook/masterCategories`, createCategory],
  ['GET', `${user}/outlook/masterCategories/{category}`, getCategory],
  ['PATCH', `${user}/outlook/masterCategories/{category}`, updateCategory],
  ['DELETE', `${user}/outlook/masterCategories/{category}`, deleteCategory],

  ['GET', `${user}/contacts`, listContacts],
  ['POST', `${user}/contacts`, createContact],
  ['GET', `${user}/contacts/delta`, deltaContacts],
  ['GET', `${user}/contacts/{contact}`, getContact],
  ['PATCH', `${user}/contacts/{contact}`, updateContact],
  ['DELETE', `${user}/contacts/{contact}`, deleteContact],
  ['GET', `${user}/contactFolders`, listContactFolders],
  ['POST', `${user}/contactFolders`, createContactFolder],
  ['GET', `${user}/contactFolders/delta`, deltaContactFolders],
  ['GET', `${user}/contactFolders/{folder}`, getContactFolder],
  ['PATCH', `${user}/contactFolders/{folder}`, updateContactFolder],
  ['DELETE', `${user}/contactFolders/{folder}`, deleteContactFolder],
  ['GET', `${user}/contactFolders/{folder}/childFolders`, listContactFolders],
  ['POST', `${user}/contactFolders/{folder}/childFolders`, createContactFolder],
  ['GET', `${user}/contactFolders/{folder}/contacts`, listContacts],
  ['POST', `${user}/contactFolders/{folder}/contacts`, createContact],
  ['GET', `${user}/contactFolders/{folder}/contacts/delta`, deltaContacts],
  ['GET', `${user}/contactFolders/{folder}/contacts/{contact}`, getContact],
  ['PATCH', `${user}/contactFolders/{folder}/contacts/{contact}`, updateContact],
  ['DELETE', `${user}/contactFolders/{folder}/contacts/{contact}`, deleteContact],

  ['GET', `${user}/calendar`, getCalendar],
  ['GET', `${user}/calendars`, listCalendars],
  ['POST', `${user}/calendars`, createCalendar],
  ['GET', `${user}/calendars/{calendar}`, getCalendar],
  ['PATCH', `${user}/calendars/{calendar}`, updateCalendar],
  ['DELETE', `${user}/calendars/{calendar}`, deleteCalendar],
  ...['', '/calendar', '/calendars/{calendar}'].flatMap((place): Route[] => [
    ['GET', `${user}${place}/events`, listEvents],
    ['POST', `${user}${place}/events`, createEvent],
    ['GET', `${user}${place}/events/{event}`, getEvent],
    ['PATCH', `${user}${place}/events/{event}`, updateEvent],
    ['DELETE', `${user}${place}/events/{event}`, deleteEvent],
    ['GET', `${user}${place}/events/{event}/instances`, listInstances],
    ['POST', `${user}${place}/events/{event}/accept`, acceptEvent],
    ['POST', `${user}${place}/events/{event}/decline`, declineEvent],
    ['POST', `${user}${place}/events/{event}/tentativelyAccept`, tentativelyAcceptEvent],
    ['POST', `${user}${place}/events/{event}/cancel`, cancelEvent],
    ['GET', `${user}${place}/calendarView`, listCalendarView],
    ['GET', `${user}${place}/calendarView/delta`, deltaCalendarView],
  ]),

  ['GET', `${user}/mailFolders`, listMailFolders],
  ['POST', `${user}/mailFolders`, createMailFolder],
  ['GET', `${user}/mailFolders/delta`, deltaMailFolders],
  ['GET', `${user}/mailFolders/{folder}`, getMailFolder],
  ['PATCH', `${user}/mailFolders/{folder}`, updateMailFolder],
  ['DELETE', `${user}/mailFolders/{folder}`, deleteMailFolder],
  ['GET', `${user}/mailFolders/{folder}/childFolders`, listMailFolders],
  ['POST', `${user}/mailFolders/{folder}/childFolders`, createMailFolder],
  ['GET', `${user}/mailFolders/{folder}/messages`, listMessages],
  ['POST', `${user}/mailFolders/{folder}/messages`, createMessage],
  ['GET', `${user}/mailFolders/{folder}/messages/delta`, deltaMessages],
  ...['', '/mailFolders/{folder}'].flatMap((place): Route[] => [
    ['GET', `${user}${place}/messages/{message}`, getMessage],
    ['PATCH', `${user}${place}/messages/{message}`, updateMessage],
    ['DELETE', `${user}${place}/messages/{message}`, deleteMessage],
    ['POST', `${user}${place}/messages/{message}/move`, moveMessage],
    ['GET', `${user}${place}/messages/{message}/attachments`, listAttachments],
    ['GET', `${user}${place}/messages/{message}/attachments/{attachment}`, getAttachment],
    ['GET', `${user}${place}/messages/{message}/attachments/{attachment}/$value`, getAttachmentValue],
  ]),
  ['GET', `${user}/messages`, listMessages],
  ['POST', `${user}/messages`, createMessage],

  ['GET', `${user}/todo/lists`, listTaskLists],
  ['POST', `${user}/todo/lists`, createTaskList],
  ['GET', `${user}/todo/lists/delta`, deltaTaskLists],
  ['GET', `${user}/todo/lists/{list}`, getTaskList],
  ['PATCH', `${user}/todo/lists/{list}`, updateTaskList],
  ['DELETE', `${user}/todo/lists/{list}`, deleteTaskList],
  ['GET', `${user}/todo/lists/{list}/tasks`, listTasks],
  ['POST', `${user}/todo/lists/{list}/tasks`, createTask],
  ['GET', `${user}/todo/lists/{list}/tasks/delta`, deltaTasks],
  ['GET', `${user}/todo/lists/{list}/tasks/{task}`, getTask],
  ['PATCH', `${user}/todo/lists/{list}/tasks/{task}`, updateTask],
  ['DELETE', `${user}/todo/lists/{list}/tasks/{task}`, deleteTask],
  ['GET', `${user}/todo/lists/{list}/tasks/{task}/linkedResources`, listLinkedResources],
  ['POST', `${user}/todo/lists/{list}/tasks/{task}/linkedResources`, createLinkedResource],
];
