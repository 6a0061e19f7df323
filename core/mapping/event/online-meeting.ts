/** Join links of the meeting services: where one stands in the body, the body is not ours to write, whatever the flags say. */
const joinLink =
  /teams\.(?:microsoft|live)\.com\/(?:l\/meetup-join|meet)|zoom\.(?:us|com)\/(?:j|my|s)\/|meet\.google\.com\/|webex\.com\/|gotomeeting\.com\/join|meet\.lync\.com\//i;

interface MeetingFlags {
  isOnlineMeeting?: boolean | null;
  onlineMeeting?: { joinUrl?: string | null } | null;
  onlineMeetingUrl?: string | null;
  body?: { content?: string | null } | null;
}

/** Forwarded and imported meetings come with the block in the body and no flag. */
export function isOnlineMeeting(event: MeetingFlags): boolean {
  if (event.isOnlineMeeting || event.onlineMeetingUrl || event.onlineMeeting?.joinUrl) return true;
  return joinLink.test(event.body?.content ?? '');
}
