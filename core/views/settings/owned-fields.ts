/** Fields that both sides can change, by object: for each an owner can be named. A test holds them to the maps. */
export const ownedFields: Readonly<Record<string, readonly string[]>> = {
  contact: [
    ...['givenName', 'surname', 'title', 'department', 'email', 'businessPhone', 'mobilePhone', 'homePhone', 'assistantName'],
    ...['mailingStreet', 'mailingCity', 'mailingState', 'mailingPostalCode', 'mailingCountry'],
    ...['otherStreet', 'otherCity', 'otherState', 'otherPostalCode', 'otherCountry', 'birthday', 'notes'],
  ],
  event: ['subject', 'location', 'description', 'when', 'showAs', 'isPrivate', 'reminderMinutes'],
  task: ['subject', 'description', 'due', 'status', 'priority'],
};
