import { openCache } from '../../../core/cache/index.ts';
import { renderPopup } from '../../../core/views/popup/index.ts';
import { extensionHost } from '../../host/extension-host.ts';

renderPopup(await extensionHost('popup'), openCache(), document.body);
