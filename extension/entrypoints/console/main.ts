import { openCache } from '../../../core/cache/index.ts';
import { renderConsole } from '../../../core/views/console/index.ts';
import { extensionHost } from '../../host/extension-host.ts';

renderConsole(await extensionHost('console'), openCache(), document.body);
