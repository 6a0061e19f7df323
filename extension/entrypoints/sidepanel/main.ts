import { openCache } from '../../../core/cache/index.ts';
import { renderPane } from '../../../core/views/pane/index.ts';
import { extensionHost } from '../../host/extension-host.ts';
import { tabItem } from '../../host/tab-item.ts';

renderPane(await extensionHost('sidepanel', tabItem), openCache(), document.body);
