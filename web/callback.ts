import { signInChannel } from './host/web-host.ts';

// Only pages of this origin hear the channel.
const channel = new BroadcastChannel(signInChannel);
channel.postMessage(location.href);
channel.close();
window.close();
